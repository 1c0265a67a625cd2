package io.soam.ingestion.control;

import io.soam.domain.message.MessageId;
import io.soam.domain.message.MetadataKeys;
import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import io.soam.domain.time.EventTimeParser;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.PayloadProbe;
import io.soam.ingestion.spool.EncodedHeader;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Takes messages from connectors: gives each its time and its id, shows it, and spools it. */
@ApplicationScoped
public class MessageIntake implements MessageSink {

    @Inject Clock clock;

    @Inject IngestionMeters meters;

    @Inject PreviewBuffers previews;

    @Inject SpoolAccess spool;

    @Override
    public Stream stream(StreamHeader header) {
        EncodedHeader encoded = EncodedHeader.of(header);
        String topic = header.metadata().getOrDefault(MetadataKeys.TOPIC, "");
        StreamMeters counters = meters.stream(header.sourceType(), header.ingestionId());
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
        append(header.header(), entry);
        meters.receivedAt(now);
        counters.received(payload.length, EpochMicros.of(now) - EpochMicros.of(time.at()));
        previews.add(ingestionId, record);
    }

    private void append(StreamHeader header, SpoolEntry entry) throws InterruptedException {
        try {
            spool.append(entry);
        } catch (RuntimeException e) {
            meters.failed(header.sourceType(), header.ingestionId(), e);
            throw e;
        }
    }
}
