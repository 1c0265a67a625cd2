package io.soam.domain.schema;

import io.soam.domain.time.EventTime;
import java.util.function.Supplier;

/**
 * What is known of a message beside its values.
 *
 * @param receivedAt when it was received, in microseconds since 1970
 * @param eventTime the time it carries, in microseconds since 1970
 * @param timeSource whether that is the device's
 * @param bytes size of its payload
 * @param identity the first half of its message id
 * @param messageId its whole message id, asked for rarely
 */
public record ObservedMessage(
        long receivedAt,
        long eventTime,
        EventTime.Source timeSource,
        int bytes,
        long identity,
        Supplier<String> messageId) {}
