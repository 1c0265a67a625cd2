package io.soam.domain.schema;

/**
 * A value that proves something.
 *
 * @param messageId the message it came in
 * @param receivedAt when that was received, in microseconds since 1970
 * @param sample the value as text, perhaps cut; null for containers and null itself
 */
public record Occurrence(String messageId, long receivedAt, String sample) {}
