package io.soam.simulator.temperature;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Drift;
import io.soam.simulator.sensor.Sensor;
import io.soam.simulator.sensor.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One sensor at one place. How warm the place is for the time of day drifts slowly, the measurement
 * adds noise of ±1 °C and ±5 % relative humidity: {@code
 * {"sensor_id":"temp_sensor_7","temperature":21.53,"humidity":60.20,"timestamp":"2026-11-24T10:00:00.000Z"}}.
 */
public final class TemperatureSensor implements Sensor {

    private static final double DRIFT = 0.06;
    private static final double TEMPERATURE_NOISE = 1;
    private static final double HUMIDITY_NOISE = 5;
    private static final int DIGITS = 2;

    private final String id;
    private final ZoneId zone;
    private final Chance chance;
    private final Drift warmth;

    /**
     * @param zone whose time of day decides what is measured
     */
    public TemperatureSensor(String id, ZoneId zone, Chance chance) {
        this.id = id;
        this.zone = zone;
        this.chance = chance;
        this.warmth = new Drift(chance, DRIFT);
    }

    @Override
    public ObjectNode measure(Instant at) {
        double warm = warmth.next();
        Climate climate = Climate.at(at.atZone(zone).toLocalTime());
        return JsonNodeFactory.instance
                .objectNode()
                .put("sensor_id", id)
                .put("temperature", noisy(climate.temperature(warm), TEMPERATURE_NOISE))
                .put("humidity", noisy(climate.humidity(warm), HUMIDITY_NOISE))
                .put("timestamp", Values.timestamp(at));
    }

    private BigDecimal noisy(double value, double noise) {
        return Values.rounded(value + chance.between(-noise, noise), DIGITS);
    }
}
