package io.soam.spark.catalogue;

import java.time.Instant;

/**
 * How far refinement has come.
 *
 * @param batchId the newest committed batch
 * @param lastReceivedAt reception of the newest message of all committed batches
 */
public record CommittedState(long batchId, Instant lastReceivedAt) {}
