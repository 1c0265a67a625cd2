package io.soam.ingestion.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.ingestion.spool.StreamHeader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** What a connector sees of the server, with a memory instead of a spool. */
final class RecordingSource implements SourceContext, MessageSink {

    private final String podName;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final List<SourceStatus> statuses = new CopyOnWriteArrayList<>();
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore gate = new Semaphore(1);
    private volatile boolean holding;

    RecordingSource(String podName) {
        this.podName = podName;
    }

    /** Payloads that were handed over. */
    List<String> taken() {
        return taken;
    }

    /** Payloads that were acknowledged. */
    List<String> stored() {
        return stored;
    }

    List<SourceStatus> statuses() {
        return statuses;
    }

    Set<String> streams() {
        return streams;
    }

    /** From now on nothing becomes durable. */
    void holdAcknowledgements() {
        holding = true;
    }

    /** From now on nothing is taken. */
    void block() {
        gate.acquireUninterruptibly();
    }

    void unblock() {
        gate.release();
    }

    @Override
    public Stream stream(StreamHeader header) {
        streams.add(header.ingestionId());
        return (payload, key, onDurable) -> {
            gate.acquire();
            gate.release();
            String text = new String(payload, UTF_8);
            taken.add(text);
            if (!holding) {
                stored.add(text);
                onDurable.run();
            }
        };
    }

    @Override
    public IngestionId ingestionId() {
        return IngestionId.ofSource("City", "mqtt");
    }

    @Override
    public JsonNode config() {
        return MissingNode.getInstance();
    }

    @Override
    public String podName() {
        return podName;
    }

    @Override
    public MessageSink sink() {
        return this;
    }

    @Override
    public void changed(SourceStatus status, String error) {
        statuses.add(status);
    }

    @Override
    public void failed(String reason) {
        changed(SourceStatus.ERROR, reason);
    }
}
