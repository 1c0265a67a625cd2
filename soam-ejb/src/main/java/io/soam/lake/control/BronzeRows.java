package io.soam.lake.control;

import io.soam.domain.message.MetadataKeys;
import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import io.soam.domain.time.TimeBounds;
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
import java.util.Optional;

/** The messages of one object as its rows, and the times that they span. */
final class BronzeRows implements Iterator<BronzeRow> {

    private final Iterator<SpoolRecord> records;
    private final Map<StreamHeader, Stream> streams = new HashMap<>();
    private final TimeBounds bounds;
    private Stream current;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    BronzeRows(List<SpoolRecord> records, TimeBounds bounds) {
        this.records = records.iterator();
        this.bounds = bounds;
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
            current = streams.computeIfAbsent(header, key -> new Stream(key, bounds));
        }
        return current;
    }

    private record Kind(EventTime.Source time, Optional<String> skew, boolean binary) {}

    /** A stream with the metadata of every kind of its rows made once. */
    private static final class Stream {

        private final StreamHeader header;
        private final TimeBounds bounds;
        private final Map<Kind, Map<String, String>> metadata = new HashMap<>();

        Stream(StreamHeader header, TimeBounds bounds) {
            this.header = header;
            this.bounds = bounds;
        }

        BronzeRow row(SpoolRecord record) {
            return new BronzeRow(
                    record.messageId(),
                    header.ingestionId(),
                    header.sourceType(),
                    metadata(kind(record)),
                    record.eventTimeMicros(),
                    record.receivedAtMicros(),
                    record.isBinary()
                            ? Base64.getEncoder().encode(record.payload())
                            : record.payload());
        }

        private Kind kind(SpoolRecord record) {
            EventTime.Source source = record.eventTimeSource();
            return new Kind(
                    source,
                    source == EventTime.Source.DEVICE
                            ? bounds.flag(record.eventTimeMicros(), record.receivedAtMicros())
                            : Optional.empty(),
                    record.isBinary());
        }

        private Map<String, String> metadata(Kind kind) {
            Map<String, String> known = metadata.get(kind);
            if (known != null) {
                return known;
            }
            Map<String, String> all = new LinkedHashMap<>(header.metadata());
            if (kind.time() != EventTime.Source.DEVICE) {
                all.put(MetadataKeys.EVENT_TIME_FLAG, kind.time().flag());
            }
            kind.skew().ifPresent(skew -> all.put(MetadataKeys.EVENT_TIME_SKEW, skew));
            if (kind.binary()) {
                all.put(MetadataKeys.PAYLOAD_ENCODING, MetadataKeys.BASE64);
            }
            metadata.put(kind, all);
            return all;
        }
    }
}
