package io.soam.ingestion.spool;

import io.soam.domain.message.MessageId;
import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * A message as the spool keeps it: one byte array beside what it shares with its stream, so that a
 * queue of thousands is a queue of arrays. See {@link SegmentFormat} for what is in it.
 */
public final class SpoolRecord {

    private static final int RECEIVED = 0;
    private static final int EVENT = RECEIVED + Long.BYTES;
    private static final int ID = EVENT + Long.BYTES;
    private static final int FLAGS = ID + MessageId.BYTES;
    private static final int PAYLOAD = FLAGS + 1;

    private static final int BINARY = 0b100;

    private final EncodedHeader stream;
    private final byte[] content;
    private final int size;

    private SpoolRecord(EncodedHeader stream, byte[] content, int size) {
        this.stream = stream;
        this.content = content;
        this.size = size;
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
        byte[] content = new byte[PAYLOAD + payload.length];
        ByteBuffer.wrap(content)
                .putLong(EpochMicros.of(receivedAt))
                .putLong(EpochMicros.of(eventTime.at()))
                .put(messageId)
                .put((byte) (code(eventTime.source()) | (binary ? BINARY : 0)))
                .put(payload);
        return of(header, content);
    }

    private static SpoolRecord of(EncodedHeader stream, byte[] content) {
        return new SpoolRecord(stream, content, SegmentFormat.MESSAGE_PREFIX + content.length);
    }

    /** A message whose content is given as it was written. */
    static SpoolRecord read(EncodedHeader stream, byte[] content) {
        if (content.length < PAYLOAD) {
            throw new IllegalArgumentException("A spool record of " + content.length + " bytes");
        }
        return of(stream, content);
    }

    /** A message that carries its stream itself; the body is given from behind its first byte. */
    static SpoolRecord readSelfContained(byte[] body) {
        int header = PAYLOAD + Short.BYTES;
        int payload = header + Short.toUnsignedInt(ByteBuffer.wrap(body).getShort(PAYLOAD));
        byte[] content = Arrays.copyOf(body, PAYLOAD + body.length - payload);
        System.arraycopy(body, payload, content, PAYLOAD, body.length - payload);
        // Objects are cut by this size, and must come out as whoever wrote the segment cut them.
        return new SpoolRecord(
                EncodedHeader.read(Arrays.copyOfRange(body, header, payload)),
                content,
                1 + body.length);
    }

    /** The message with its stream, to be carried to another server. */
    public byte[] encoded() {
        byte[] head = stream.bytes();
        return ByteBuffer.allocate(Short.BYTES + head.length + content.length)
                .putShort((short) head.length)
                .put(head)
                .put(content)
                .array();
    }

    /**
     * A message from what {@link #encoded()} gave.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SpoolRecord decoded(byte[] encoded) {
        if (encoded.length < Short.BYTES) {
            throw new IllegalArgumentException("A message of " + encoded.length + " bytes");
        }
        int content = Short.BYTES + Short.toUnsignedInt(ByteBuffer.wrap(encoded).getShort());
        if (encoded.length < content) {
            throw new IllegalArgumentException("A message of " + encoded.length + " bytes");
        }
        return read(
                EncodedHeader.read(Arrays.copyOfRange(encoded, Short.BYTES, content)),
                Arrays.copyOfRange(encoded, content, encoded.length));
    }

    EncodedHeader encodedStream() {
        return stream;
    }

    byte[] content() {
        return content;
    }

    /** Bytes that it takes in a segment. */
    public int size() {
        return size;
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
        return switch (content[FLAGS] & 0b11) {
            case 0 -> EventTime.Source.DEVICE;
            case 1 -> EventTime.Source.MISSING;
            default -> EventTime.Source.UNPARSABLE;
        };
    }

    public String messageId() {
        return MessageId.text(Arrays.copyOfRange(content, ID, ID + MessageId.BYTES));
    }

    /** The first half of the message id, which tells messages apart nearly as well. */
    public long messageIdPrefix() {
        return buffer().getLong(ID);
    }

    /** Whether the payload is not UTF-8 text. */
    public boolean isBinary() {
        return (content[FLAGS] & BINARY) != 0;
    }

    /** What it has in common with all messages of its stream. */
    public StreamHeader stream() {
        return stream.header();
    }

    /** The stream's encoded header; equal for all messages of a stream. */
    public byte[] header() {
        return stream.bytes();
    }

    public byte[] payload() {
        return Arrays.copyOfRange(content, PAYLOAD, content.length);
    }

    /** Written to disk, so it must not follow the order in which the constants are declared. */
    private static int code(EventTime.Source source) {
        return switch (source) {
            case DEVICE -> 0;
            case MISSING -> 1;
            case UNPARSABLE -> 2;
        };
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(content);
    }
}
