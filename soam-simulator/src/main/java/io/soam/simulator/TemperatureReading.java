package io.soam.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * What a sensor has measured.
 *
 * @param sensorId any text
 * @param temperature degrees Celsius
 * @param humidity per cent relative humidity
 * @param at when
 */
record TemperatureReading(
        String sensorId, BigDecimal temperature, BigDecimal humidity, Instant at) {

    /** Always three digits, which {@link Instant#toString()} has only when they are not zero. */
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /**
     * Such as {@code
     * {"sensor_id":"temp_sensor_7","temperature":21.53,"humidity":60.20,"timestamp":"2026-11-24T10:00:00.000Z"}}.
     */
    String toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sensor_id", sensorId)
                .put("temperature", temperature)
                .put("humidity", humidity)
                .put("timestamp", MILLISECONDS.format(at))
                .toString();
    }
}
