package io.soam.ingestion.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentReaderTest {

    private static final int RECORDS = 10;

    @TempDir Path directory;

    private Path file;
    private byte[] whole;
    private int frame;

    /** Where the first message begins: behind its stream. */
    private int begin;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("1795555202171-00000000.seg");
        SegmentWriter writer = SegmentWriter.create(file, SegmentFiles.ON_DISK);
        writer.append(SpoolSamples.record("{\"seq\":0}"));
        writer.force();
        int first = (int) writer.size();
        for (int i = 1; i < RECORDS; i++) {
            writer.append(SpoolSamples.record("{\"seq\":" + i + "}"));
        }
        writer.force();
        writer.close();
        whole = Files.readAllBytes(file);
        frame = (whole.length - first) / (RECORDS - 1);
        begin = first - frame;
    }

    @Test
    void anIntactSegment_leavesNothingUnread() throws IOException {
        SegmentContent content = SegmentReader.read(file);

        assertThat(content.records()).hasSize(RECORDS);
        assertThat(content.end()).isEqualTo(whole.length);
        assertThat(content.unread()).isZero();
        assertThat(content.damaged()).isFalse();
    }

    @Test
    void aTornEnd_isNoDamage() throws IOException {
        for (int cut = 1; cut < frame; cut++) {
            SegmentContent content = read(Arrays.copyOf(whole, whole.length - cut));
            assertThat(content.records()).hasSize(RECORDS - 1);
            assertThat(content.unread()).isEqualTo(frame - cut);
            assertThat(content.damaged()).isFalse();
        }
    }

    /** As a file system leaves it whose length was written before its content. */
    @Test
    void anEndOfZeros_isNoDamage() throws IOException {
        SegmentContent content = read(Arrays.copyOf(whole, whole.length + (1 << 20)));

        assertThat(content.records()).hasSize(RECORDS);
        assertThat(content.damaged()).isFalse();
    }

    @Test
    void aFlippedByteBeforeIntactRecords_isDamage() throws IOException {
        for (int at = begin + 3 * frame; at < begin + 4 * frame; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 0x41;
            SegmentContent content = read(broken);
            assertThat(content.records()).hasSize(3);
            assertThat(content.end()).isEqualTo(begin + 3 * frame);
            assertThat(content.unread()).isEqualTo(7 * frame);
            assertThat(content.damaged()).isTrue();
        }
    }

    @Test
    void moreThanAGroupCouldTear_isDamage() throws IOException {
        try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
            longer.setLength(whole.length + (64L << 20) + 1);
        }

        assertThat(SegmentReader.read(file).damaged()).isTrue();
    }

    /** Every offset looks like the begin of a long record, which must not take hours. */
    @Test
    void aSearchThatWouldTakeTooLong_isBrokenOff() throws IOException {
        byte[] tail = new byte[8 << 20];
        Arrays.fill(tail, (byte) 0);
        for (int i = 1; i < tail.length; i += 2) {
            tail[i] = 0x20;
        }
        byte[] content = Arrays.copyOf(whole, whole.length + tail.length);
        System.arraycopy(tail, 0, content, whole.length, tail.length);

        assertThat(read(content).damaged()).isTrue();
    }

    @Test
    void aStreamIsWrittenOnceAndGivenToAllItsMessages() throws IOException {
        List<SpoolRecord> records = SegmentReader.read(file).records();

        assertThat(begin).isPositive();
        assertThat(records.get(0).stream())
                .isEqualTo(SpoolSamples.record("").stream())
                .isSameAs(records.get(RECORDS - 1).stream());
    }

    @Test
    void aDamagedStream_takesItsMessagesWithIt() throws IOException {
        whole[10] ^= 0x41;
        Files.write(file, whole);

        SegmentContent content = SegmentReader.read(file);

        assertThat(content.records()).isEmpty();
        assertThat(content.damaged()).isTrue();
    }

    /** What servers wrote before streams were written once. */
    @Test
    void aMessageThatCarriesItsStream_isReadAsItWasWritten() throws IOException {
        SpoolRecord sample = SpoolSamples.record("{\"seq\":0}");
        byte[] header = sample.header();
        byte[] content = sample.content();
        int payload = content.length - sample.payload().length;
        ByteBuffer body =
                ByteBuffer.allocate(1 + content.length + 2 + header.length)
                        .put((byte) 1)
                        .put(content, 0, payload)
                        .putShort((short) header.length)
                        .put(header)
                        .put(sample.payload());
        CRC32C crc = new CRC32C();
        crc.update(body.array());
        Files.write(
                file,
                ByteBuffer.allocate(8 + body.capacity())
                        .putInt(body.capacity())
                        .putInt((int) crc.getValue())
                        .put(body.array())
                        .array());

        SpoolRecord read = SegmentReader.read(file).records().get(0);

        assertThat(read.content()).isEqualTo(content);
        assertThat(read.stream()).isEqualTo(sample.stream());
        assertThat(read.size()).isEqualTo(body.capacity());
    }

    private SegmentContent read(byte[] content) throws IOException {
        Files.write(file, content);
        SegmentContent read = SegmentReader.read(file);
        assertThat(new String(read.records().get(0).payload(), UTF_8)).isEqualTo("{\"seq\":0}");
        return read;
    }
}
