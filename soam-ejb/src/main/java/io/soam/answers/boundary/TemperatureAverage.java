package io.soam.answers.boundary;

import java.time.Instant;

/**
 * Average temperature of one sensor in one window.
 *
 * @param sensorId the sensor
 * @param timeStart begin of the window
 * @param timeEnd its end
 * @param avgTemp degrees Celsius, two decimals
 * @param readings how many readings it stands on
 * @param minEnrichmentTs when the first of them was enriched
 */
public record TemperatureAverage(
        String sensorId,
        Instant timeStart,
        Instant timeEnd,
        double avgTemp,
        long readings,
        Instant minEnrichmentTs) {}
