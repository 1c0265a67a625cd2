package io.soam.lake.control;

import io.soam.domain.message.MetadataKeys;
import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.lake.parquet.BronzeRow;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of one object as its rows, and the times that they span. */
final class BronzeRows implements Iterator<BronzeRow> {

    private final Iterator<SpoolRecord> records;
    private final Map<StreamHeader, Stream> streams = new HashMap<>();
    private Stream current;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    BronzeRows(List<SpoolRecord> records) {
        this.records = records.iterator();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public BronzeRow next() {
        SpoolRecord record = records.next();
        long at = record.receivedAtMicros();
        first = Math.min(first, at);
        last = Math.max(last, at);
        return stream(record.stream()).row(record);
    }

    /** Reception of the oldest message so far. */
    Instant first() {
        return EpochMicros.instant(first);
    }

    /** Reception of the newest message so far. */
    Instant last() {
        return EpochMicros.instant(last);
    }

    /** An object seldom has more than one, and looking it up takes as long as writing the row. */
    @SuppressWarnings("ReferenceEquality") // two equal ones are looked up, and found
    private Stream stream(StreamHeader header) {
        if (current == null || current.header != header) {
            current = streams.computeIfAbsent(header, Stream::new);
        }
        return current;
    }

    private record Kind(EventTime.Source time, boolean binary) {}

    /** A stream with the metadata of every kind of its rows made once. */
    private static final class Stream {

        private final StreamHeader header;
        private final Map<Kind, Map<String, String>> metadata = new HashMap<>();

        Stream(StreamHeader header) {
            this.header = header;
        }

        BronzeRow row(SpoolRecord record) {
            return new BronzeRow(
                    record.messageId(),
                    header.ingestionId(),
                    header.sourceType(),
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
                        Map<String, String> all = new LinkedHashMap<>(header.metadata());
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
