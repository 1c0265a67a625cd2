package io.soam.domain.alert;

import java.time.Instant;

/**
 * The time during which a sensor stayed above its limit, from the reading that crossed it to the
 * first one back below.
 *
 * @param sensorId the sensor
 * @param raisedAt time of the reading that crossed the limit; with the sensor it identifies the
 *     episode
 * @param temperature degrees Celsius of that reading
 * @param messageId the message with that reading: the evidence
 * @param threshold the limit in force at the time, degrees Celsius
 * @param peak highest temperature so far
 * @param readings how many readings above the limit so far
 * @param lastAt time of the latest reading above the limit
 * @param clearedAt time of the first reading back at or below the limit; null while open
 */
public record AlertEpisode(
        String sensorId,
        Instant raisedAt,
        double temperature,
        String messageId,
        double threshold,
        double peak,
        long readings,
        Instant lastAt,
        Instant clearedAt) {

    /** Type that the table and the API carry. */
    public static final String TYPE = "TEMP_OVER_LIMIT";

    static AlertEpisode raise(String sensorId, TemperatureReading reading, double threshold) {
        return new AlertEpisode(
                sensorId,
                reading.at(),
                reading.celsius(),
                reading.messageId(),
                threshold,
                reading.celsius(),
                1,
                reading.at(),
                null);
    }

    AlertEpisode extend(TemperatureReading reading) {
        return new AlertEpisode(
                sensorId,
                raisedAt,
                temperature,
                messageId,
                threshold,
                Math.max(peak, reading.celsius()),
                readings + 1,
                reading.at().isAfter(lastAt) ? reading.at() : lastAt,
                null);
    }

    AlertEpisode clear(Instant at) {
        return new AlertEpisode(
                sensorId, raisedAt, temperature, messageId, threshold, peak, readings, lastAt, at);
    }

    public boolean isOpen() {
        return clearedAt == null;
    }
}
