package io.soam.schema.boundary;

import java.time.Instant;

/**
 * How good the data received in one hour was.
 *
 * @param hour begin of the hour
 * @param figures of the messages received in it
 */
public record QualityHour(Instant hour, QualityFigures figures) {}
