package io.soam.answers.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * A reading as it stands in silver.
 *
 * @param at time of the device
 * @param sensorId who measured it
 * @param ingestionId its stream
 * @param messageId the message it came with
 * @param numbers what was measured, by canonical name, in the order of the payload
 */
public record LatestReading(
        Instant at,
        String sensorId,
        String ingestionId,
        String messageId,
        Map<String, Double> numbers) {}
