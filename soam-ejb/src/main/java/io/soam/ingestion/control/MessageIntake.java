package io.soam.ingestion.control;

import io.soam.domain.message.MessageId;
import io.soam.domain.message.MetadataKeys;
import io.soam.domain.time.EventTime;
import io.soam.domain.time.EventTimeParser;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.PayloadProbe;
import io.soam.ingestion.spool.EncodedHeader;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.replicas.control.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Takes messages from connectors: gives each its time and its id, shows it, and spools it. */
@ApplicationScoped
public class MessageIntake implements MessageSink {

    private static final String LEASE_FENCE = "lease_fence";

    @Inject Clock clock;

    @Inject IngestionMeters meters;

    @Inject PreviewBuffers previews;

    @Inject SpoolAccess spool;

    /** A stream that belongs to no data source that runs here, such as messages that come again. */
    @Override
    public Stream stream(StreamHeader header) {
        return stream(header, new SourceCounters());
    }

    /** Where the messages of a data source go, as long as this server may run it. */
    MessageSink sink(SourceCounters source, SourceDefinition definition) {
        Lease lease = definition.lease();
        if (lease == null) {
            return header -> stream(header, source);
        }
        return header -> {
            Stream stream = stream(withFence(header, lease), source);
            return (payload, key, onDurable) -> {
                if (!lease.isValid()) {
                    throw new IllegalStateException(
                            "Another server may run data source '"
                                    + definition.name()
                                    + "' meanwhile.");
                }
                stream.accept(payload, key, onDurable);
            };
        };
    }

    /** Tells later who has brought a message, should two servers ever have believed to be it. */
    private static StreamHeader withFence(StreamHeader header, Lease lease) {
        Map<String, String> metadata = new HashMap<>(header.metadata());
        metadata.put(LEASE_FENCE, String.valueOf(lease.fence()));
        return new StreamHeader(header.ingestionId(), header.sourceType(), metadata);
    }

    private Stream stream(StreamHeader header, SourceCounters source) {
        EncodedHeader encoded = EncodedHeader.of(header);
        String topic = header.metadata().getOrDefault(MetadataKeys.TOPIC, "");
        StreamMeters counters = meters.stream(source, header.sourceType(), header.ingestionId());
        return (payload, key, onDurable) ->
                accept(encoded, topic, counters, payload, key, onDurable);
    }

    private void accept(
            EncodedHeader header,
            String topic,
            StreamMeters counters,
            byte[] payload,
            String key,
            Runnable onDurable)
            throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String ingestionId = header.header().ingestionId();
        boolean text = PayloadProbe.isText(payload);
        EventTime time = EventTimeParser.parse(text ? PayloadProbe.timestamp(payload) : null, now);
        SpoolRecord record =
                SpoolRecord.of(
                        header,
                        now,
                        time,
                        key == null
                                ? MessageId.of(ingestionId, topic, payload)
                                : MessageId.ofKey(ingestionId, key),
                        !text,
                        payload);
        SpoolEntry entry =
                new SpoolEntry(
                        record,
                        () -> {
                            counters.processed();
                            onDurable.run();
                        });
        append(header.header(), counters, entry);
        meters.receivedAt(now);
        long at = record.receivedAtMicros();
        counters.received(payload.length, at, at - record.eventTimeMicros());
        previews.add(ingestionId, record);
    }

    private void append(StreamHeader header, StreamMeters counters, SpoolEntry entry)
            throws InterruptedException {
        try {
            spool.append(entry);
        } catch (RuntimeException e) {
            counters.failed();
            meters.failed(header.sourceType(), header.ingestionId(), e);
            throw e;
        }
    }
}
