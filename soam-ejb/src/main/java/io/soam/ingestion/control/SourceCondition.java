package io.soam.ingestion.control;

import java.time.Instant;

/**
 * How a data source is doing on all servers together.
 *
 * @param status code of a {@link io.soam.ingestion.entity.SourceStatus}
 * @param error why it is active nowhere; null if it is active
 * @param lastSuccess when it last received something or was connected; null if never
 * @param lastMessage when its last message came; null if none has come
 */
public record SourceCondition(
        String status, String error, Instant lastSuccess, Instant lastMessage) {}
