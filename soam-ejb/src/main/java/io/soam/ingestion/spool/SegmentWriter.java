package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The segment that is being written.
 *
 * <p>{@link #append} only buffers; after {@link #force} everything appended is on stable storage.
 * When either fails the segment must be abandoned: {@link #abandon} cuts it back to what was forced
 * last, and the caller writes the rest to another.
 */
final class SegmentWriter {

    /** Suffix of all segments. */
    static final String SUFFIX = ".seg";

    private static final int FRAME = SegmentFormat.FRAME;
    private static final byte[] STREAM_PREFIX = {SegmentFormat.STREAM};

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private final ByteBuffer prefix =
            ByteBuffer.allocate(SegmentFormat.MESSAGE_PREFIX).put(0, SegmentFormat.MESSAGE);
    private final Map<EncodedHeader, Integer> streams = new HashMap<>();
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

    /** Streams that it has messages of. */
    int streams() {
        return streams.size();
    }

    void append(SpoolRecord record) throws IOException {
        prefix.putInt(1, number(record.encodedStream()));
        append(prefix.array(), record.content());
    }

    private int number(EncodedHeader stream) throws IOException {
        Integer known = streams.get(stream);
        if (known != null) {
            return known;
        }
        int number = streams.size();
        append(STREAM_PREFIX, stream.bytes());
        streams.put(stream, number);
        return number;
    }

    private void append(byte[] begin, byte[] rest) throws IOException {
        crc.reset();
        crc.update(begin, 0, begin.length);
        crc.update(rest, 0, rest.length);
        if (buffer.remaining() < FRAME) {
            flush();
        }
        buffer.putInt(begin.length + rest.length).putInt((int) crc.getValue());
        put(begin);
        put(rest);
    }

    private void put(byte[] bytes) throws IOException {
        int from = 0;
        while (from < bytes.length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int length = Math.min(buffer.remaining(), bytes.length - from);
            buffer.put(bytes, from, length);
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
