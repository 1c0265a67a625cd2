package io.soam.enrichment.control;

import java.time.Instant;

/**
 * What the catalogue says of the pipeline at one moment.
 *
 * @param state of the Spark application, as it or its supervisor has written it
 * @param applicationId null before the first
 * @param message null if there is nothing to say
 * @param startedAt null before the first
 * @param heartbeatAt null if it was never heard of
 * @param now the database's time, by which all these were written
 * @param configurationVersion newest version
 * @param lastBatch number of the newest committed micro-batch; 0 before the first
 * @param waitingRows rows that no micro-batch has taken
 * @param oldestWaiting reception of the oldest of them; null if there are none
 * @param oldestUnrefined reception of the oldest row that is not in silver, be it taken or not;
 *     null if there is none
 */
record CatalogueState(
        String state,
        String applicationId,
        String message,
        Instant startedAt,
        Instant heartbeatAt,
        Instant now,
        long configurationVersion,
        long lastBatch,
        long waitingRows,
        Instant oldestWaiting,
        Instant oldestUnrefined) {}
