package io.soam.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * One sensor at one place. How warm the place is for the time of day drifts slowly, the measurement
 * adds noise of ±1 °C and ±5 % relative humidity. All chance comes from the seed: of two sensors
 * with one seed the n-th readings are equal if they are taken at the same time of day.
 */
final class TemperatureSensor {

    private static final double DRIFT = 0.06;
    private static final double TEMPERATURE_NOISE = 1;
    private static final double HUMIDITY_NOISE = 5;

    private final String id;
    private final ZoneId zone;
    private final SplittableRandom random;
    private double warmth;

    TemperatureSensor(String id, ZoneId zone, long seed) {
        this.id = id;
        this.zone = zone;
        this.random = new SplittableRandom(seed);
        this.warmth = random.nextDouble();
    }

    TemperatureReading measure(Instant at) {
        warmth = Math.abs(warmth + DRIFT * symmetric());
        warmth = warmth > 1 ? 2 - warmth : warmth;
        Climate climate = Climate.at(at.atZone(zone).toLocalTime());
        return new TemperatureReading(
                id,
                rounded(climate.temperature(warmth) + TEMPERATURE_NOISE * symmetric()),
                rounded(climate.humidity(warmth) + HUMIDITY_NOISE * symmetric()),
                at);
    }

    Duration pause(Interval interval) {
        return interval.draw(random);
    }

    private double symmetric() {
        return random.nextDouble(-1, 1);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
