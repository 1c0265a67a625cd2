package io.soam.ingestion.control;

import java.time.Instant;

/**
 * What a server tells of a data source that it runs.
 *
 * @param revision of the connector
 * @param lastSuccess when it last received something or was connected; null if never
 * @param details JSON of what else the connector tells
 */
record SourceReport(
        long sourceId, long revision, RunState state, Instant lastSuccess, String details) {}
