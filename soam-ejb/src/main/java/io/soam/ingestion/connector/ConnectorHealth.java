package io.soam.ingestion.connector;

import io.soam.ingestion.entity.SourceStatus;
import java.time.Instant;
import java.util.Map;

/**
 * How a connector is doing.
 *
 * @param status its state
 * @param lastSuccess when it last received something or was connected; null if never
 * @param error why it is not active, for the operator; null if it is
 * @param details what else there is to know, such as broker and topics; no secret
 */
public record ConnectorHealth(
        SourceStatus status, Instant lastSuccess, String error, Map<String, Object> details) {}
