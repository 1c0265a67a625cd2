package io.soam.domain.message;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A message as bronze keeps it: the exact payload, and around it what was known at reception.
 *
 * @param messageId 32 hexadecimal digits, see {@link MessageId}
 * @param ingestionId the stream, see {@link IngestionId}
 * @param sourceType the connector's type name, such as {@code mqtt}
 * @param metadata what the connector knows: topic, quality of service, …, and the keys of {@link
 *     MetadataKeys}
 * @param eventTime when the device says it happened; the time of reception if it does not say
 * @param receivedAt when SOAM took it over
 * @param payload the text as received; Base64 if {@link #isBinary()}
 */
public record Envelope(
        String messageId,
        String ingestionId,
        String sourceType,
        Map<String, String> metadata,
        Instant eventTime,
        Instant receivedAt,
        String payload) {

    public Envelope {
        Objects.requireNonNull(messageId, "A message id is required.");
        Objects.requireNonNull(ingestionId, "An ingestion id is required.");
        Objects.requireNonNull(eventTime, "An event time is required.");
        Objects.requireNonNull(receivedAt, "A time of reception is required.");
        Objects.requireNonNull(payload, "A payload is required; it may be empty.");
        metadata = Map.copyOf(metadata);
    }

    /** Whether the payload is not UTF-8 text and is therefore kept as Base64. */
    public boolean isBinary() {
        return MetadataKeys.BASE64.equals(metadata.get(MetadataKeys.PAYLOAD_ENCODING));
    }
}
