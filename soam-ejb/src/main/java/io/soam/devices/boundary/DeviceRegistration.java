package io.soam.devices.boundary;

import io.soam.devices.entity.Device;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a user says of a device.
 *
 * @param ingestionId its stream; null for the wildcard, which lets every stream in
 * @param name for people
 * @param description for people; may be null
 * @param enabled whether its stream may enter silver; null means yes
 * @param sensitivity who may see its data; null means internal
 * @param dataRetentionDays how long its data is kept; null means 90
 */
public record DeviceRegistration(
        @Size(min = 1, max = 255, message = "The ingestion id has 1 to 255 characters.")
                String ingestionId,
        @NotBlank(message = "Give the device a name.")
                @Size(max = 255, message = "The name has at most 255 characters.")
                String name,
        @Size(max = 2_000, message = "The description has at most 2,000 characters.")
                String description,
        Boolean enabled,
        @Pattern(
                        regexp = "public|internal|confidential|restricted",
                        message =
                                "The sensitivity is public, internal, confidential or restricted.")
                String sensitivity,
        @Min(value = 1, message = "Data is kept for at least 1 day.")
                @Max(value = 3_650, message = "Data is kept for at most 3,650 days.")
                Integer dataRetentionDays) {

    boolean isEnabled() {
        return enabled == null || enabled;
    }

    int retention() {
        return dataRetentionDays == null ? Device.DEFAULT_RETENTION_DAYS : dataRetentionDays;
    }
}
