package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads a sealed segment. What follows the first damaged record was never acknowledged: a crash can
 * only tear the end of the last group, and a group is acknowledged as a whole after it was forced.
 */
final class SegmentReader {

    private static final int FRAME = 2 * Integer.BYTES;

    private SegmentReader() {}

    static List<SpoolRecord> read(Path segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<SpoolRecord> records = new ArrayList<>();
        CRC32C crc = new CRC32C();
        int end = 0;
        while (in.remaining() >= FRAME) {
            int length = in.getInt();
            int expected = in.getInt();
            if (length <= 0 || length > in.remaining()) {
                break;
            }
            crc.reset();
            crc.update(bytes, in.position(), length);
            if ((int) crc.getValue() != expected) {
                break;
            }
            records.add(SpoolRecord.read(bytes, in.position(), length));
            in.position(in.position() + length);
            end = in.position();
        }
        if (end < bytes.length) {
            SpoolLog.LOG.tornEnd(segment.getFileName().toString(), bytes.length - end);
        }
        return records;
    }
}
