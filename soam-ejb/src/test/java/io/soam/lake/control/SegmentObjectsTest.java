package io.soam.lake.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.soam.domain.time.TimeBounds;
import io.soam.ingestion.spool.SealedSegment;
import io.soam.ingestion.spool.Spool;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.SpoolSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentObjectsTest {

    private static final Instant LATE = Instant.parse("2026-11-24T10:59:59.999999Z");

    private static final TimeBounds BOUNDS =
            new TimeBounds(Duration.ofHours(1), Duration.ofMinutes(5));

    @TempDir Path directory;

    @Test
    void onePartPerStreamAndHourOfReception() throws Exception {
        SealedSegment segment =
                segment(
                        record("a", LATE, "1"),
                        record("b", LATE, "2"),
                        record("a", LATE.plusMillis(1), "3"),
                        record("a", LATE, "4"));

        List<SegmentObjects.Part> parts = parts(segment);

        String name = segment.name();
        assertThat(parts)
                .extracting(SegmentObjects.Part::key)
                .containsExactly(
                        "bronze/ingestion_id=a/date=2026-11-24/hour=10/part-"
                                + name
                                + "-000.parquet",
                        "bronze/ingestion_id=b/date=2026-11-24/hour=10/part-"
                                + name
                                + "-000.parquet",
                        "bronze/ingestion_id=a/date=2026-11-24/hour=11/part-"
                                + name
                                + "-000.parquet");
        SegmentObjects.Written first = parts.get(0).write(BOUNDS);
        assertThat(first.description())
                .isEqualTo(
                        new BronzeObject(
                                parts.get(0).key(), "a", 2, first.content().length, LATE, LATE));
    }

    @Test
    void doneAgain_givesTheSameKeysAndBytes() throws Exception {
        SealedSegment segment = segment(record("a", LATE, "1"), record("b", LATE, "{\"x\":2}"));

        List<SegmentObjects.Part> once = parts(segment);
        List<SegmentObjects.Part> again = parts(segment);

        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).key()).isEqualTo(once.get(i).key());
            assertThat(again.get(i).write(BOUNDS).content())
                    .isEqualTo(once.get(i).write(BOUNDS).content());
        }
    }

    @Test
    void aLargeStream_isCutBySize_withoutLosingARow() throws Exception {
        List<SpoolRecord> records = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            records.add(record("a", LATE, i + " ".repeat(1 << 20)));
        }

        List<SegmentObjects.Part> parts = parts(segment(records.toArray(SpoolRecord[]::new)));

        assertThat(parts).hasSize(3);
        assertThat(parts).extracting(SegmentObjects.Part::key).doesNotHaveDuplicates();
        assertThat(parts.stream().mapToInt(part -> part.records().size()).sum()).isEqualTo(70);
    }

    @Test
    void anEmptySegment_givesNothing() throws Exception {
        assertThat(parts(segment(record("a", LATE, "x")))).hasSize(1);
        Path empty = directory.resolve("1795555202171-00000000.seg");
        java.nio.file.Files.createFile(empty);

        assertThat(parts(new SealedSegment(empty))).isEmpty();
    }

    private static List<SegmentObjects.Part> parts(SealedSegment segment) throws IOException {
        return SegmentObjects.of(segment.name(), segment.content().records());
    }

    private static SpoolRecord record(String stream, Instant at, String payload) {
        return SpoolSamples.record(SpoolSamples.header(stream), at, payload.getBytes(UTF_8));
    }

    private SealedSegment segment(SpoolRecord... records) throws Exception {
        Spool spool =
                Spool.open(
                        directory,
                        SpoolSamples.limits(1L << 40, 1L << 40, 1 << 28),
                        Clock.systemUTC(),
                        Executors.defaultThreadFactory());
        for (SpoolRecord record : records) {
            spool.append(new SpoolEntry(record, () -> {}));
        }
        spool.close();
        spool.release();
        SealedSegment segment = spool.nextSealed(0, TimeUnit.SECONDS);
        assertThat(spool.nextSealed(0, TimeUnit.SECONDS)).isNull();
        return segment;
    }
}
