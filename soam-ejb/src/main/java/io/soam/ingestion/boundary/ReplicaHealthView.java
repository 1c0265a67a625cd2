package io.soam.ingestion.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * How a data source is doing on one replica.
 *
 * @param podName the replica
 * @param status as in {@link DataSourceView}
 * @param error why it is not active there; null if there is nothing to say
 * @param attempts failures in a row
 * @param nextAttemptAt when it is started anew there; null if nothing failed
 * @param lastSuccess when it last received something or was connected; null if never
 * @param details what else the connector tells; no secret
 */
public record ReplicaHealthView(
        String podName,
        String status,
        String error,
        int attempts,
        Instant nextAttemptAt,
        Instant lastSuccess,
        Map<String, Object> details) {}
