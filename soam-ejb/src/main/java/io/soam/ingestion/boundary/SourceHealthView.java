package io.soam.ingestion.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a data source is doing, whichever replica is asked.
 *
 * @param status as in {@link DataSourceView}
 * @param healthy whether messages can come in now
 * @param running whether a connector runs for it on some replica
 * @param message one sentence for people
 * @param lastSuccess when it last received something or was connected; null if never
 * @param lastConnection when it was last connected; null if never
 * @param lastMessage when its last message came; null if none has come
 * @param lastError why it is not healthy; null if it is
 * @param attempts failures in a row
 * @param nextAttemptAt when it is started anew; null if nothing failed
 * @param details what else the connector tells, such as broker and topics; no secret
 * @param replicas the same for each replica that runs it, by name
 */
public record SourceHealthView(
        String status,
        boolean healthy,
        boolean running,
        String message,
        Instant lastSuccess,
        Instant lastConnection,
        Instant lastMessage,
        String lastError,
        int attempts,
        Instant nextAttemptAt,
        Map<String, Object> details,
        List<ReplicaHealthView> replicas) {

    public SourceHealthView {
        replicas = List.copyOf(replicas);
    }
}
