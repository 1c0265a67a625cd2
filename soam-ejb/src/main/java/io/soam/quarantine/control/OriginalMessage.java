package io.soam.quarantine.control;

import java.time.Instant;
import java.util.Map;

/**
 * A message as it was received.
 *
 * @param id names the row
 * @param messageId its id in bronze; null for an object, which is no message
 * @param ingestionId its stream
 * @param sourceType the connector's type name
 * @param metadata what was known at reception
 * @param payload byte for byte
 * @param receivedAt when it was taken over
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
record OriginalMessage(
        String id,
        String messageId,
        String ingestionId,
        String sourceType,
        Map<String, String> metadata,
        byte[] payload,
        Instant receivedAt) {

    /** The same with another payload. */
    OriginalMessage with(byte[] mended) {
        return new OriginalMessage(
                id, messageId, ingestionId, sourceType, metadata, mended, receivedAt);
    }
}
