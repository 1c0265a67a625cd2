package io.soam.ingestion.control;

import java.time.Instant;
import java.util.Map;

/**
 * How a data source is doing on one server.
 *
 * @param podName the server
 * @param revision of the connector that runs there
 * @param status code of a {@link io.soam.ingestion.entity.SourceStatus}
 * @param error why it is not active; null if there is nothing to say
 * @param attempts failures in a row
 * @param nextAttempt when it is started anew; null if nothing failed
 * @param lastSuccess when it last received something or was connected; null if never
 * @param details what else the connector tells
 * @param reportedAt when the server told so
 */
public record ReplicaState(
        String podName,
        long revision,
        String status,
        String error,
        int attempts,
        Instant nextAttempt,
        Instant lastSuccess,
        Map<String, Object> details,
        Instant reportedAt) {}
