package io.soam.ingestion.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * How a data source is doing.
 *
 * @param status as in {@link DataSourceView}
 * @param healthy whether messages can come in now
 * @param running whether a connector runs for it in this server
 * @param message one sentence for people
 * @param lastSuccess when it last received something or was connected; null if never
 * @param lastConnection when it was last connected; null if never
 * @param lastError why it is not healthy; null if it is
 * @param details what else the connector tells, such as broker and topics; no secret
 */
public record SourceHealthView(
        String status,
        boolean healthy,
        boolean running,
        String message,
        Instant lastSuccess,
        Instant lastConnection,
        String lastError,
        Map<String, Object> details) {}
