package io.soam.lake.control;

import io.soam.domain.lake.LakeLayout;
import io.soam.domain.message.MetadataKeys;
import io.soam.domain.time.EventTime;
import io.soam.ingestion.spool.EncodedHeader;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.lake.parquet.BronzeParquet;
import io.soam.lake.parquet.BronzeRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** An object that is still to be written. */
    record Part(
            String key,
            String ingestionId,
            List<SpoolRecord> records,
            Map<Object, Header> headers) {

        /** The object's content; made one at a time, to hold only one in memory. */
        byte[] content() throws IOException {
            List<BronzeRow> rows = new ArrayList<>(records.size());
            for (SpoolRecord record : records) {
                rows.add(headers.get(ByteBuffer.wrap(record.header())).row(record));
            }
            return BronzeParquet.write(rows);
        }

        BronzeObject describe(long bytes) {
            Instant first = records.get(0).receivedAt();
            Instant last = first;
            for (SpoolRecord record : records) {
                Instant at = record.receivedAt();
                first = at.isBefore(first) ? at : first;
                last = at.isAfter(last) ? at : last;
            }
            return new BronzeObject(key, ingestionId, records.size(), bytes, first, last);
        }
    }

    private record Place(String ingestionId, long hour) {}

    private record Kind(EventTime.Source time, boolean binary) {}

    private SegmentObjects() {}

    static List<Part> of(String segment, List<SpoolRecord> all) {
        Map<Object, Header> headers = new HashMap<>();
        Map<Place, List<SpoolRecord>> places = new LinkedHashMap<>();
        for (SpoolRecord record : all) {
            Header header =
                    headers.computeIfAbsent(
                            ByteBuffer.wrap(record.header()),
                            bytes -> new Header(EncodedHeader.decode(record.header())));
            long hour = Math.floorDiv(record.receivedAtMicros(), MICROS_PER_HOUR);
            places.computeIfAbsent(
                            new Place(header.stream().ingestionId(), hour), p -> new ArrayList<>())
                    .add(record);
        }
        List<Part> parts = new ArrayList<>();
        places.forEach((place, records) -> cut(segment, place, records, headers, parts));
        return parts;
    }

    private static void cut(
            String segment,
            Place place,
            List<SpoolRecord> records,
            Map<Object, Header> headers,
            List<Part> parts) {
        int number = 0;
        int from = 0;
        long raw = 0;
        for (int i = 0; i < records.size(); i++) {
            raw += records.get(i).size();
            if (raw >= LARGEST_RAW || i == records.size() - 1) {
                List<SpoolRecord> some = records.subList(from, i + 1);
                String key =
                        LakeLayout.bronzeObject(
                                place.ingestionId(), some.get(0).receivedAt(), segment, number++);
                parts.add(new Part(key, place.ingestionId(), some, headers));
                from = i + 1;
                raw = 0;
            }
        }
    }

    /** A stream's header with the metadata of every kind of its rows made once. */
    static final class Header {

        private final StreamHeader stream;
        private final Map<Kind, Map<String, String>> metadata = new HashMap<>();

        Header(StreamHeader stream) {
            this.stream = stream;
        }

        StreamHeader stream() {
            return stream;
        }

        BronzeRow row(SpoolRecord record) {
            return new BronzeRow(
                    record.messageId(),
                    stream.ingestionId(),
                    stream.sourceType(),
                    metadata(record.eventTimeSource(), record.isBinary()),
                    record.eventTimeMicros(),
                    record.receivedAtMicros(),
                    record.isBinary()
                            ? Base64.getEncoder().encode(record.payload())
                            : record.payload());
        }

        private Map<String, String> metadata(EventTime.Source time, boolean binary) {
            return metadata.computeIfAbsent(
                    new Kind(time, binary),
                    kind -> {
                        Map<String, String> all = new LinkedHashMap<>(stream.metadata());
                        if (time != EventTime.Source.DEVICE) {
                            all.put(MetadataKeys.EVENT_TIME_FLAG, time.flag());
                        }
                        if (binary) {
                            all.put(MetadataKeys.PAYLOAD_ENCODING, MetadataKeys.BASE64);
                        }
                        return all;
                    });
        }
    }
}
