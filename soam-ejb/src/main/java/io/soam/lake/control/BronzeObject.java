package io.soam.lake.control;

import java.time.Instant;

/**
 * An object of bronze, as the catalogue knows it.
 *
 * @param key in the bucket
 * @param ingestionId the stream
 * @param rows messages in it
 * @param bytes its size
 * @param firstReceivedAt reception of its oldest message
 * @param lastReceivedAt reception of its newest message
 */
public record BronzeObject(
        String key,
        String ingestionId,
        long rows,
        long bytes,
        Instant firstReceivedAt,
        Instant lastReceivedAt) {}
