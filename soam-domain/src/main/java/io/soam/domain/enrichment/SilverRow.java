package io.soam.domain.enrichment;

import io.soam.domain.message.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A refined message: one row of {@code silver/enriched}. Every stream has the same columns,
 * whatever its devices send, because the fields are in two maps.
 *
 * @param envelope the message it was made from
 * @param timestamp when it happened: the device's time where it gave one, else the envelope's
 * @param sensorData every field under its canonical key, as text; without the timestamp
 * @param normalizedData the same keys where the text is a number
 * @param quality flags about the row, such as {@code time_missing}; empty if there is nothing to
 *     say
 */
public record SilverRow(
        Envelope envelope,
        Instant timestamp,
        Map<String, String> sensorData,
        Map<String, Double> normalizedData,
        List<String> quality) {

    /** Canonical key of the device's own name. */
    public static final String SENSOR_ID = "sensorId";

    /** Canonical key of the time at which a reading was taken. */
    public static final String TIMESTAMP = "timestamp";

    /** Canonical key of a temperature in degrees Celsius. */
    public static final String TEMPERATURE = "temperature";

    /** Flag: two fields of the payload had one name, disregarding case. */
    public static final String CASE_COLLISION = "case_collision";

    /** Flag: the payload is plain text. */
    public static final String PLAIN_TEXT = "plain_text";

    private static final List<String> SENSOR_ID_KEYS = List.of(SENSOR_ID, "sensorid", "sensor_id");

    /** The device's name; the stream's id where the message names no device. */
    public String sensorId() {
        for (String key : SENSOR_ID_KEYS) {
            String id = sensorData.get(key);
            if (id != null) {
                return id;
            }
        }
        return envelope.ingestionId();
    }
}
