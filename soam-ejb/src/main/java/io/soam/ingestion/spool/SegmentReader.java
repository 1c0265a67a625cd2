package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Reads a sealed segment up to its first damaged record. A crash can only tear the end of the last
 * group, and a group is acknowledged as a whole after it was forced, so what follows was never
 * acknowledged. That does not hold for damage in the middle, which intact records behind it give
 * away.
 *
 * <p>The file is mapped, not read into the heap: a segment may be larger than what the heap has to
 * spare.
 */
final class SegmentReader {

    private static final int FRAME = SegmentFormat.FRAME;

    /** A group waited in memory, and the memory for that is no larger unless configured so. */
    private static final int LARGEST_GROUP_BYTES = 64 << 20;

    /**
     * Bytes whose checksum is computed in search of a record, a second's work. Content can be such
     * that every offset looks like a long record; the file is then kept rather than searched on.
     */
    private static final long MOST_CHECKED_BYTES = 4L << 30;

    private final ByteBuffer bytes;
    private final ByteBuffer window;
    private final int size;
    private final List<EncodedHeader> streams = new ArrayList<>();
    private final CRC32C crc = new CRC32C();

    private SegmentReader(ByteBuffer bytes) {
        this.bytes = bytes;
        this.window = bytes.duplicate();
        this.size = bytes.limit();
    }

    static SegmentContent read(Path segment) throws IOException {
        SegmentContent content;
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.READ)) {
            ByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            content = new SegmentReader(bytes).content();
        } catch (InternalError e) {
            // How the JVM tells that a page of a mapped file could not be read.
            throw new IOException("The disk does not give " + segment + " back", e);
        }
        if (content.unread() > 0 && !content.damaged()) {
            SpoolLog.LOG.tornEnd(segment.getFileName().toString(), content.unread());
        }
        return content;
    }

    private SegmentContent content() {
        IntStream.Builder messages = IntStream.builder();
        int end = 0;
        int length = length(end);
        while (length > 0 && isIntact(end, length)) {
            if (isMessage(end + FRAME, length)) {
                messages.add(end + FRAME);
            }
            end += FRAME + length;
            length = length(end);
        }
        return new SegmentContent(
                new SegmentRecords(bytes, messages.build().toArray(), streams),
                end,
                size - end,
                isDamaged(end));
    }

    /** Takes note of a stream. */
    private boolean isMessage(int body, int length) {
        switch (bytes.get(body)) {
            case SegmentFormat.STREAM -> {
                byte[] header = new byte[length - 1];
                bytes.get(body + 1, header);
                streams.add(EncodedHeader.read(header));
                return false;
            }
            case SegmentFormat.MESSAGE -> {
                if (length < SegmentFormat.MESSAGE_PREFIX
                        || bytes.getInt(body + 1) >= streams.size()
                        || bytes.getInt(body + 1) < 0) {
                    throw new IllegalArgumentException(
                            "A message of an unknown stream at offset " + body);
                }
                return true;
            }
            case SegmentFormat.SELF_CONTAINED -> {
                return true;
            }
            default ->
                    throw new IllegalArgumentException(
                            "Unknown kind "
                                    + bytes.get(body)
                                    + " of spool record at offset "
                                    + body);
        }
    }

    private boolean isDamaged(int end) {
        return size - end > LARGEST_GROUP_BYTES || hasRecordBehind(end);
    }

    private boolean hasRecordBehind(int end) {
        long checked = 0;
        for (int at = end + 1; at < size - FRAME; at++) {
            int length = length(at);
            checked += length;
            if (length > 0 && (checked > MOST_CHECKED_BYTES || isIntact(at, length))) {
                return true;
            }
        }
        return false;
    }

    /** Length of the body of a record that begins there; 0 if none can. */
    private int length(int at) {
        int room = size - at - FRAME;
        if (room <= 0) {
            return 0;
        }
        int length = bytes.getInt(at);
        return length > 0 && length <= room ? length : 0;
    }

    private boolean isIntact(int at, int length) {
        window.limit(at + FRAME + length).position(at + FRAME);
        crc.reset();
        crc.update(window);
        return (int) crc.getValue() == bytes.getInt(at + Integer.BYTES);
    }
}
