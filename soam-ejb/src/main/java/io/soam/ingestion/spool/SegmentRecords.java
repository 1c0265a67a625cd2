package io.soam.ingestion.spool;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The messages of a segment, made of the file's bytes one by one. */
final class SegmentRecords extends AbstractList<SpoolRecord> implements RandomAccess {

    private final ByteBuffer bytes;
    private final int[] bodies;
    private final List<EncodedHeader> streams;

    /**
     * @param bodies offset of each message's body
     * @param streams by their number
     */
    SegmentRecords(ByteBuffer bytes, int[] bodies, List<EncodedHeader> streams) {
        this.bytes = bytes;
        this.bodies = bodies;
        this.streams = List.copyOf(streams);
    }

    @Override
    public SpoolRecord get(int index) {
        int body = bodies[index];
        int length = bytes.getInt(body - SegmentFormat.FRAME);
        if (bytes.get(body) == SegmentFormat.SELF_CONTAINED) {
            return SpoolRecord.readSelfContained(copy(body + 1, length - 1));
        }
        return SpoolRecord.read(
                streams.get(bytes.getInt(body + 1)),
                copy(body + SegmentFormat.MESSAGE_PREFIX, length - SegmentFormat.MESSAGE_PREFIX));
    }

    @Override
    public int size() {
        return bodies.length;
    }

    private byte[] copy(int from, int length) {
        byte[] copy = new byte[length];
        bytes.get(from, copy);
        return copy;
    }
}
