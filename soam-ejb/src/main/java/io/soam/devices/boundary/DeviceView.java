package io.soam.devices.boundary;

import io.soam.devices.entity.Device;
import java.time.Instant;

/** A device as users see it; the components are the columns of the registry. */
public record DeviceView(
        long id,
        String ingestionId,
        String name,
        String description,
        boolean enabled,
        String sensitivity,
        int dataRetentionDays,
        String createdBy,
        String updatedBy,
        Instant createdAt,
        Instant updatedAt) {

    static DeviceView of(Device device) {
        return new DeviceView(
                device.getId(),
                device.getIngestionId(),
                device.getName(),
                device.getDescription(),
                device.isEnabled(),
                device.getSensitivity().code(),
                device.getDataRetentionDays(),
                device.getCreatedBy(),
                device.getUpdatedBy(),
                device.getCreatedAt(),
                device.getUpdatedAt());
    }
}
