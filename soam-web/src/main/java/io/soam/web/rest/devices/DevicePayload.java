package io.soam.web.rest.devices;

import io.soam.devices.boundary.DeviceRegistration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device as a caller describes it; the components are those of {@link DeviceRegistration}. */
public record DevicePayload(
        @Schema(
                        description = "Its stream; without it the device lets every stream in",
                        nullable = true,
                        maxLength = 255)
                String ingestionId,
        @Schema(description = "Name for people", required = true, maxLength = 255) String name,
        @Schema(nullable = true, maxLength = 2_000) String description,
        @Schema(description = "Whether its stream may enter silver", defaultValue = "true")
                Boolean enabled,
        @Schema(
                        description = "Who may see its data",
                        enumeration = {"public", "internal", "confidential", "restricted"},
                        defaultValue = "internal")
                String sensitivity,
        @Schema(
                        description = "Days that its data is kept",
                        minimum = "1",
                        maximum = "3650",
                        defaultValue = "90")
                Integer dataRetentionDays) {

    DeviceRegistration registration() {
        return new DeviceRegistration(
                ingestionId, name, description, enabled, sensitivity, dataRetentionDays);
    }
}
