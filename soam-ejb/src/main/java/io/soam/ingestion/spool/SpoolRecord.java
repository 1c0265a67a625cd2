package io.soam.ingestion.spool;

import io.soam.domain.message.MessageId;
import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A message as the spool keeps it: one byte array, so that a queue of thousands is a queue of
 * arrays.
 *
 * <pre>
 * version 1 | received µs 8 | event µs 8 | message id 16 | flags 1 | header length 2 | header | payload
 * </pre>
 */
public final class SpoolRecord {

    private static final byte VERSION = 1;
    private static final int RECEIVED = 1;
    private static final int EVENT = RECEIVED + Long.BYTES;
    private static final int ID = EVENT + Long.BYTES;
    private static final int FLAGS = ID + MessageId.BYTES;
    private static final int HEADER_LENGTH = FLAGS + 1;
    private static final int HEADER = HEADER_LENGTH + Short.BYTES;

    private static final int BINARY = 0b100;

    private final byte[] bytes;

    private SpoolRecord(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Encodes a message.
     *
     * @param header the stream's encoded header, see {@link EncodedHeader}
     * @param binary whether the payload is not UTF-8 text
     */
    public static SpoolRecord of(
            EncodedHeader header,
            Instant receivedAt,
            EventTime eventTime,
            byte[] messageId,
            boolean binary,
            byte[] payload) {
        byte[] head = header.bytes();
        byte[] bytes = new byte[HEADER + head.length + payload.length];
        ByteBuffer.wrap(bytes)
                .put(VERSION)
                .putLong(EpochMicros.of(receivedAt))
                .putLong(EpochMicros.of(eventTime.at()))
                .put(messageId)
                .put((byte) (code(eventTime.source()) | (binary ? BINARY : 0)))
                .putShort((short) head.length)
                .put(head)
                .put(payload);
        return new SpoolRecord(bytes);
    }

    static SpoolRecord read(byte[] segment, int from, int length) {
        if (length < HEADER || segment[from] != VERSION) {
            throw new IllegalArgumentException(
                    "Not a spool record of version " + VERSION + " at offset " + from);
        }
        return new SpoolRecord(Arrays.copyOfRange(segment, from, from + length));
    }

    byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    public long receivedAtMicros() {
        return buffer().getLong(RECEIVED);
    }

    public Instant receivedAt() {
        return EpochMicros.instant(receivedAtMicros());
    }

    public long eventTimeMicros() {
        return buffer().getLong(EVENT);
    }

    public Instant eventTime() {
        return EpochMicros.instant(eventTimeMicros());
    }

    public EventTime.Source eventTimeSource() {
        return switch (bytes[FLAGS] & 0b11) {
            case 0 -> EventTime.Source.DEVICE;
            case 1 -> EventTime.Source.MISSING;
            default -> EventTime.Source.UNPARSABLE;
        };
    }

    public String messageId() {
        return MessageId.text(Arrays.copyOfRange(bytes, ID, ID + MessageId.BYTES));
    }

    /** Whether the payload is not UTF-8 text. */
    public boolean isBinary() {
        return (bytes[FLAGS] & BINARY) != 0;
    }

    /** The stream's encoded header; equal for all messages of a stream. */
    public byte[] header() {
        return Arrays.copyOfRange(bytes, HEADER, payloadOffset());
    }

    public byte[] payload() {
        return Arrays.copyOfRange(bytes, payloadOffset(), bytes.length);
    }

    /** Written to disk, so it must not follow the order in which the constants are declared. */
    private static int code(EventTime.Source source) {
        return switch (source) {
            case DEVICE -> 0;
            case MISSING -> 1;
            case UNPARSABLE -> 2;
        };
    }

    private int payloadOffset() {
        return HEADER + Short.toUnsignedInt(buffer().getShort(HEADER_LENGTH));
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes);
    }
}
