package io.soam.ingestion.push;

import io.soam.ingestion.boundary.PushRefusedException;
import io.soam.ingestion.boundary.PushRefusedException.Reason;
import io.soam.ingestion.boundary.PushedBody;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.DurableBatch;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/** Takes what senders send, while it is started. */
final class PushConnector implements Connector {

    private static final long LAST_WORK_SECONDS = 5;

    private final SourceContext context;
    private final PushSettings settings;
    private final PushEndpoints endpoints;
    private final Clock clock;
    private final PushStreams streams;

    /** Held while messages are handed over, so that none is when {@link #stop} has returned. */
    private final ReadWriteLock running = new ReentrantReadWriteLock();

    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private volatile SourceStatus status = SourceStatus.INACTIVE;
    private volatile Instant lastAt;

    PushConnector(
            SourceContext context, PushSettings settings, PushEndpoints endpoints, Clock clock) {
        this.context = context;
        this.settings = settings;
        this.endpoints = endpoints;
        this.clock = clock;
        this.streams = new PushStreams(context, settings);
    }

    @Override
    public void start() {
        status = SourceStatus.ACTIVE;
        endpoints.opened(context.ingestionId().value(), this);
        context.changed(SourceStatus.ACTIVE, null);
    }

    @Override
    public void stop() {
        endpoints.closed(context.ingestionId().value(), this);
        status = SourceStatus.STOPPED;
        try {
            if (running.writeLock().tryLock(LAST_WORK_SECONDS, TimeUnit.SECONDS)) {
                running.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.changed(SourceStatus.STOPPED, null);
    }

    @Override
    public ConnectorHealth health() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("endpoint", PushEndpoints.path(context.ingestionId().value()));
        details.put("stream_field", settings.streamField());
        details.put("max_batch", settings.maxBatch());
        details.put("requests", requests.get());
        details.put("messages", messages.get());
        details.put("pod_name", context.podName());
        return new ConnectorHealth(status, lastAt, null, details);
    }

    /**
     * What is to be handed over, all of it checked.
     *
     * @throws PushRefusedException if it cannot be taken
     */
    List<PushedMessage> prepare(PushedBody body, String sender) {
        if (!settings.maySend(sender)) {
            throw new PushRefusedException(
                    Reason.NOT_PERMITTED,
                    "'%s' may not send to this data source. Ask its owner to add you to the senders."
                            .formatted(sender));
        }
        List<byte[]> payloads = PushedMessages.of(body, settings.maxBatch());
        List<PushedMessage> prepared = new ArrayList<>(payloads.size());
        for (int i = 0; i < payloads.size(); i++) {
            prepared.add(message(payloads.get(i), key(body, sender, i)));
        }
        streams.admit(prepared.stream().map(PushedMessage::stream).collect(Collectors.toSet()));
        return prepared;
    }

    /** Hands messages over and waits until they are durable. */
    void handOver(
            List<PushedMessage> prepared, String sender, String contentType, DurableBatch batch)
            throws InterruptedException {
        running.readLock().lockInterruptibly();
        try {
            if (status != SourceStatus.ACTIVE) {
                throw PushEndpoints.notRunning(context.ingestionId().value());
            }
            for (PushedMessage message : prepared) {
                message.handOver(
                        batch,
                        streams.stream(new PushStreams.Key(message.stream(), sender, contentType)));
            }
        } finally {
            running.readLock().unlock();
        }
        batch.await();
        requests.incrementAndGet();
        messages.addAndGet(prepared.size());
        lastAt = clock.instant();
    }

    private PushedMessage message(byte[] payload, String key) {
        String name = streams.name(payload);
        return new PushedMessage(name, streams.id(name).value(), payload, key);
    }

    /** Keys of different senders are different. */
    private static String key(PushedBody body, String sender, int index) {
        return body.idempotencyKey() == null
                ? null
                : sender + "/" + body.idempotencyKey() + "/" + index;
    }
}
