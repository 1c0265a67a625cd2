package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The segment that is being written. Frame of a record: length 4, CRC-32C 4, body.
 *
 * <p>{@link #append} only buffers; after {@link #force} everything appended is on stable storage.
 * When either fails the segment must be abandoned: {@link #abandon} cuts it back to what was forced
 * last, and the caller writes the rest to another.
 */
final class SegmentWriter {

    /** Suffix of all segments. */
    static final String SUFFIX = ".seg";

    private static final int FRAME = 2 * Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private final CRC32C crc = new CRC32C();
    private long written;
    private long forced;

    private SegmentWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static SegmentWriter create(Path file, SegmentFiles files) throws IOException {
        FileChannel channel = files.create(file);
        try {
            forceDirectory(file.getParent());
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
        return new SegmentWriter(file, channel);
    }

    /** A file's name is durable only when its directory is. */
    static void forceDirectory(Path directory) throws IOException {
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    Path file() {
        return file;
    }

    /** Bytes on stable storage. */
    long size() {
        return forced;
    }

    void append(SpoolRecord record) throws IOException {
        byte[] body = record.bytes();
        crc.reset();
        crc.update(body, 0, body.length);
        if (buffer.remaining() < FRAME) {
            flush();
        }
        buffer.putInt(body.length).putInt((int) crc.getValue());
        int from = 0;
        while (from < body.length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int length = Math.min(buffer.remaining(), body.length - from);
            buffer.put(body, from, length);
            from += length;
        }
    }

    void force() throws IOException {
        flush();
        channel.force(false);
        forced = written;
    }

    void close() throws IOException {
        channel.close();
    }

    /** Cuts the segment back to its last forced byte and closes it. */
    void abandon() throws IOException {
        try (channel) {
            channel.truncate(forced);
            channel.force(true);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += channel.write(buffer);
        }
        buffer.clear();
    }
}
