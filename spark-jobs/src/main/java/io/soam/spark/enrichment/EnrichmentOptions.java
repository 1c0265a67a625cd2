package io.soam.spark.enrichment;

import java.time.Duration;

/**
 * What an enrichment application is told.
 *
 * @param epoch the epoch it may write in
 * @param lake root of all paths, such as {@code s3a://lake}
 * @param trigger shortest time between two batches as long as nothing is left waiting
 * @param maxBatchRows bound of a micro-batch
 * @param identifyFor how long after it was refined a redelivered message is recognised
 */
record EnrichmentOptions(
        long epoch, String lake, Duration trigger, long maxBatchRows, Duration identifyFor) {

    EnrichmentOptions {
        if (epoch < 1 || maxBatchRows < 1 || trigger.isNegative() || identifyFor.isNegative()) {
            throw new IllegalArgumentException(
                    "Epoch and batch size must be positive, durations not negative");
        }
    }
}
