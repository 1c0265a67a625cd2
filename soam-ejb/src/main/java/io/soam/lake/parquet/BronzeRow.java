package io.soam.lake.parquet;

import java.util.Map;

/**
 * A row of bronze, ready to be written.
 *
 * @param messageId 32 hexadecimal digits
 * @param ingestionId the stream
 * @param sourceType the connector's type name
 * @param metadata what was known at reception
 * @param eventTimeMicros microseconds since 1970
 * @param receivedAtMicros microseconds since 1970
 * @param payload UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // written once and never compared
public record BronzeRow(
        String messageId,
        String ingestionId,
        String sourceType,
        Map<String, String> metadata,
        long eventTimeMicros,
        long receivedAtMicros,
        byte[] payload) {}
