package io.soam.ingestion.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.soam.domain.message.IngestionId;
import io.soam.domain.message.MessageId;
import io.soam.domain.time.EventTime;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.ingestion.spool.EncodedHeader;
import io.soam.ingestion.spool.Spool;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a connector sees of the server, on a real spool. */
final class SpoolSource implements SourceContext, MessageSink {

    private final Spool spool;
    private final List<StreamHeader> headers = new CopyOnWriteArrayList<>();

    SpoolSource(Spool spool) {
        this.spool = spool;
    }

    IngestionId id() {
        return ingestionId();
    }

    /** Of the streams that were made. */
    List<StreamHeader> headers() {
        return headers;
    }

    @Override
    public Stream stream(StreamHeader header) {
        headers.add(header);
        EncodedHeader encoded = EncodedHeader.of(header);
        String topic = header.metadata().getOrDefault("topic", "");
        return (payload, key, onDurable) -> {
            Instant now = Instant.now();
            byte[] id =
                    key == null
                            ? MessageId.of(header.ingestionId(), topic, payload)
                            : MessageId.ofKey(header.ingestionId(), key);
            EventTime time = new EventTime(now, EventTime.Source.MISSING);
            spool.append(
                    new SpoolEntry(
                            SpoolRecord.of(encoded, now, time, id, false, payload), onDurable));
        };
    }

    @Override
    public IngestionId ingestionId() {
        return IngestionId.ofSource("Gateways", "http_push");
    }

    @Override
    public JsonNode config() {
        return MissingNode.getInstance();
    }

    @Override
    public String podName() {
        return "soam-0";
    }

    @Override
    public MessageSink sink() {
        return this;
    }

    @Override
    public void changed(SourceStatus status, String error) {}

    @Override
    public void failed(String reason) {}
}
