package io.soam.lake.control;

import io.soam.domain.lake.LakeLayout;
import io.soam.domain.time.TimeBounds;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.lake.parquet.BronzeParquet;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Cuts a segment into the objects of bronze: by stream and hour of reception, and by size.
 *
 * <p>The cut depends on nothing but the segment, so that doing it again gives the same objects
 * under the same keys. It is made by raw bytes and not by compressed ones, which a newer library
 * could change.
 */
final class SegmentObjects {

    /** Raw bytes of one object; about 5 MiB compressed. */
    private static final long LARGEST_RAW = 30L << 20;

    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    /**
     * An object that is still to be written.
     *
     * @param records its messages, read from the segment as they are gone through
     * @param rawBytes what they take there
     */
    record Part(String key, String ingestionId, List<SpoolRecord> records, long rawBytes) {

        /** Writes the object, in memory. */
        Written write(TimeBounds bounds) throws IOException {
            BronzeRows rows = new BronzeRows(records, bounds);
            byte[] content = BronzeParquet.write(rows);
            return new Written(
                    content,
                    new BronzeObject(
                            key,
                            ingestionId,
                            records.size(),
                            content.length,
                            rows.first(),
                            rows.last()));
        }
    }

    /** An object in memory, and how the catalogue will know it. */
    @SuppressWarnings("ArrayRecordComponent") // stored and never compared
    record Written(byte[] content, BronzeObject description) {}

    private record Place(String ingestionId, long hour) {}

    private SegmentObjects() {}

    static List<Part> of(String segment, List<SpoolRecord> all) {
        Map<Place, Cut> cuts = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            SpoolRecord record = all.get(i);
            long hour = Math.floorDiv(record.receivedAtMicros(), MICROS_PER_HOUR);
            cuts.computeIfAbsent(
                            new Place(record.stream().ingestionId(), hour), place -> new Cut(all))
                    .add(i, record.size());
        }
        List<Part> parts = new ArrayList<>();
        cuts.forEach(
                (place, cut) -> {
                    int number = 0;
                    for (Selection records : cut.selections()) {
                        String key =
                                LakeLayout.bronzeObject(
                                        place.ingestionId(),
                                        records.get(0).receivedAt(),
                                        segment,
                                        number++);
                        parts.add(new Part(key, place.ingestionId(), records, records.bytes));
                    }
                });
        return parts;
    }

    /** Some of the messages of a segment, by their numbers in it. */
    private static final class Selection extends AbstractList<SpoolRecord> implements RandomAccess {

        private final List<SpoolRecord> all;
        private final int[] numbers;
        private final long bytes;

        Selection(List<SpoolRecord> all, int[] numbers, long bytes) {
            this.all = all;
            this.numbers = numbers;
            this.bytes = bytes;
        }

        @Override
        public SpoolRecord get(int index) {
            return all.get(numbers[index]);
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }

    /** The messages of one place, in selections of no more than the largest size. */
    private static final class Cut {

        private final List<SpoolRecord> all;
        private final List<Selection> selections = new ArrayList<>();
        private IntStream.Builder numbers = IntStream.builder();
        private long bytes;

        Cut(List<SpoolRecord> all) {
            this.all = all;
        }

        void add(int number, int size) {
            numbers.add(number);
            bytes += size;
            if (bytes >= LARGEST_RAW) {
                end();
            }
        }

        List<Selection> selections() {
            if (bytes > 0) {
                end();
            }
            return selections;
        }

        private void end() {
            selections.add(new Selection(all, numbers.build().toArray(), bytes));
            numbers = IntStream.builder();
            bytes = 0;
        }
    }
}
