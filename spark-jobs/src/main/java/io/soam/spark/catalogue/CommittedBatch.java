package io.soam.spark.catalogue;

import java.time.Duration;
import java.time.Instant;

/**
 * A batch that has been committed.
 *
 * @param age how long before the newest batch it was committed, never negative
 * @param firstReceivedAt reception of its first message
 * @param lastReceivedAt reception of its last message
 */
public record CommittedBatch(
        long id, Duration age, Instant firstReceivedAt, Instant lastReceivedAt) {}
