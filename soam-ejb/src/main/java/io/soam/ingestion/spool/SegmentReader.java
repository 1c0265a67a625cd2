package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads a sealed segment up to its first damaged record. A crash can only tear the end of the last
 * group, and a group is acknowledged as a whole after it was forced, so what follows was never
 * acknowledged. That does not hold for damage in the middle, which intact records behind it give
 * away.
 */
final class SegmentReader {

    private static final int FRAME = 2 * Integer.BYTES;

    /** A group waited in memory, and the memory for that is no larger unless configured so. */
    private static final int LARGEST_GROUP_BYTES = 64 << 20;

    /**
     * Bytes whose checksum is computed in search of a record, a second's work. Content can be such
     * that every offset looks like a long record; the file is then kept rather than searched on.
     */
    private static final long MOST_CHECKED_BYTES = 4L << 30;

    private final byte[] bytes;
    private final ByteBuffer in;
    private final CRC32C crc = new CRC32C();

    private SegmentReader(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
    }

    static SegmentContent read(Path segment) throws IOException {
        SegmentContent content = new SegmentReader(Files.readAllBytes(segment)).content();
        if (content.unread() > 0 && !content.damaged()) {
            SpoolLog.LOG.tornEnd(segment.getFileName().toString(), content.unread());
        }
        return content;
    }

    private SegmentContent content() {
        List<SpoolRecord> records = new ArrayList<>();
        int end = 0;
        int length = length(end);
        while (length > 0 && isIntact(end, length)) {
            records.add(SpoolRecord.read(bytes, end + FRAME, length));
            end += FRAME + length;
            length = length(end);
        }
        return new SegmentContent(records, end, bytes.length - end, isDamaged(end));
    }

    private boolean isDamaged(int end) {
        return bytes.length - end > LARGEST_GROUP_BYTES || hasRecordBehind(end);
    }

    private boolean hasRecordBehind(int end) {
        long checked = 0;
        for (int at = end + 1; at < bytes.length - FRAME; at++) {
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
        int room = bytes.length - at - FRAME;
        if (room <= 0) {
            return 0;
        }
        int length = in.getInt(at);
        return length > 0 && length <= room ? length : 0;
    }

    private boolean isIntact(int at, int length) {
        crc.reset();
        crc.update(bytes, at + FRAME, length);
        return (int) crc.getValue() == in.getInt(at + Integer.BYTES);
    }
}
