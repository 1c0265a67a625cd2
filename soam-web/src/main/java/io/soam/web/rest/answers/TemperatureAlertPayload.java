package io.soam.web.rest.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soam.answers.boundary.TemperatureAlert;
import java.time.Instant;

/**
 * An alert as the API shows it; the components are those of {@link TemperatureAlert}.
 *
 * @param sensorId named {@code sensorId}: existing clients expect it
 */
public record TemperatureAlertPayload(
        @JsonProperty("sensorId") String sensorId,
        double temperature,
        Instant eventTime,
        String alertType,
        double threshold,
        double peak,
        long readings,
        Instant lastAt,
        Instant clearedAt,
        String messageId) {

    static TemperatureAlertPayload of(TemperatureAlert alert) {
        return new TemperatureAlertPayload(
                alert.sensorId(),
                alert.temperature(),
                alert.eventTime(),
                alert.alertType(),
                alert.threshold(),
                alert.peak(),
                alert.readings(),
                alert.lastAt(),
                alert.clearedAt(),
                alert.messageId());
    }
}
