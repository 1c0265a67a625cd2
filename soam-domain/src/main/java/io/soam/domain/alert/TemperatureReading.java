package io.soam.domain.alert;

import java.time.Instant;

/**
 * One temperature that a sensor reported.
 *
 * @param at when it was measured
 * @param celsius degrees Celsius
 * @param messageId the message that said so
 */
public record TemperatureReading(Instant at, double celsius, String messageId) {}
