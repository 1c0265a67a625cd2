package io.soam.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.ingestion.spool.StreamHeader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** What a connector sees of the server, with a memory instead of a spool. */
public final class RecordingSource implements SourceContext, MessageSink {

    /** A message that was handed over; {@code key} is null if its content identifies it. */
    public record Taken(StreamHeader header, String payload, String key) {}

    private final String podName;
    private final JsonNode config;
    private final List<Taken> messages = new CopyOnWriteArrayList<>();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final List<SourceStatus> statuses = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore gate = new Semaphore(1);
    private volatile boolean holding;

    public RecordingSource(String podName) {
        this(podName, MissingNode.getInstance());
    }

    public RecordingSource(String podName, JsonNode config) {
        this.podName = podName;
        this.config = config;
    }

    /** Payloads that were handed over. */
    public List<String> taken() {
        return messages.stream().map(Taken::payload).toList();
    }

    /** What was handed over. */
    public List<Taken> messages() {
        return messages;
    }

    /** Payloads that were acknowledged. */
    public List<String> stored() {
        return stored;
    }

    public List<SourceStatus> statuses() {
        return statuses;
    }

    /** Reasons that were told with a status. */
    public List<String> errors() {
        return errors;
    }

    public Set<String> streams() {
        return streams;
    }

    /** From now on nothing becomes durable. */
    public void holdAcknowledgements() {
        holding = true;
    }

    /** From now on nothing is taken. */
    public void block() {
        gate.acquireUninterruptibly();
    }

    public void unblock() {
        gate.release();
    }

    @Override
    public Stream stream(StreamHeader header) {
        streams.add(header.ingestionId());
        return (payload, key, onDurable) -> {
            gate.acquire();
            gate.release();
            String text = new String(payload, UTF_8);
            messages.add(new Taken(header, text, key));
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
        return config;
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
        if (error != null) {
            errors.add(error);
        }
    }

    @Override
    public void failed(String reason) {
        changed(SourceStatus.ERROR, reason);
    }
}
