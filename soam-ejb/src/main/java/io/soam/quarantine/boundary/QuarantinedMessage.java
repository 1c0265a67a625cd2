package io.soam.quarantine.boundary;

import java.time.Instant;

/**
 * A message that could not be read, or an object that could not.
 *
 * @param id names it in addresses and requests
 * @param messageId its id in bronze; null for an object
 * @param ingestionId its stream
 * @param sourceType the connector's type name
 * @param topic topic, resource or URL that it came by
 * @param reason code of the reason
 * @param reasonText the reason in words
 * @param detail what exactly is wrong
 * @param receivedAt when it was taken over; null for an object
 * @param eventTime the device's time
 * @param quarantinedAt when it was put aside
 * @param state as {@link QuarantineFilter} has it
 * @param decidedBy who decided that; null while open
 * @param decidedAt when
 * @param note why
 * @param replayId the message that it was sent again as; null if it was not
 * @param replayOf the message that this one is a replay of; null if it is none
 * @param replayable whether there is a payload to send again
 * @param binary whether the payload is not UTF-8 text
 * @param payloadBytes size of the payload
 * @param excerpt beginning of the payload; Base64 if {@code binary}
 */
public record QuarantinedMessage(
        String id,
        String messageId,
        String ingestionId,
        String sourceType,
        String topic,
        String reason,
        String reasonText,
        String detail,
        Instant receivedAt,
        Instant eventTime,
        Instant quarantinedAt,
        String state,
        String decidedBy,
        Instant decidedAt,
        String note,
        String replayId,
        String replayOf,
        boolean replayable,
        boolean binary,
        long payloadBytes,
        String excerpt) {

    public boolean isOpen() {
        return "open".equals(state);
    }
}
