package io.soam.answers.boundary;

import java.time.Instant;

/**
 * A sensor above its limit, from the reading that crossed it to the first one back below.
 *
 * @param sensorId the sensor
 * @param temperature degrees Celsius of the reading that crossed the limit
 * @param eventTime time of that reading
 * @param alertType {@code TEMP_OVER_LIMIT}
 * @param threshold the limit then, degrees Celsius
 * @param peak highest temperature so far
 * @param readings readings above the limit so far
 * @param lastAt time of the latest of them
 * @param clearedAt time of the first reading back below; null while open
 * @param messageId the message with the reading that crossed the limit: the evidence
 */
public record TemperatureAlert(
        String sensorId,
        double temperature,
        Instant eventTime,
        String alertType,
        double threshold,
        double peak,
        long readings,
        Instant lastAt,
        Instant clearedAt,
        String messageId) {

    public boolean isOpen() {
        return clearedAt == null;
    }
}
