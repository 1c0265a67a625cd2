package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A connector from its start to its stop, and what it sees of the server. */
final class RunningConnector implements SourceContext {

    /** Told what the connector reports. */
    @FunctionalInterface
    interface Listener {
        void reported(RunningConnector connector, SourceStatus status, String error);
    }

    private final SourceDefinition definition;
    private final RunSurroundings surroundings;
    private final Listener listener;
    private volatile Connector connector;
    private Instant activeSince;
    private Duration longestActive = Duration.ZERO;
    private volatile String failure;
    private volatile boolean stopping;

    RunningConnector(SourceDefinition definition, RunSurroundings surroundings, Listener listener) {
        this.definition = definition;
        this.surroundings = surroundings;
        this.listener = listener;
    }

    void start(Connector made) {
        connector = made;
        made.start();
    }

    /** What it reports from now on is of no interest: it is known that it has stopped. */
    void stop() {
        stopping = true;
        Connector started = connector;
        if (started == null) {
            return;
        }
        try {
            started.stop();
        } catch (RuntimeException e) {
            IngestionLog.LOG.sourceNotStopped(e, definition.ingestionId().value());
        }
    }

    SourceDefinition definition() {
        return definition;
    }

    /** Why it cannot go on; null as long as it can. */
    String failure() {
        return failure;
    }

    /** The longest time it has worked without a break. */
    synchronized Duration longestActive() {
        note(activeSince != null);
        return longestActive;
    }

    private synchronized void note(boolean active) {
        Instant now = surroundings.clock().instant();
        if (activeSince != null) {
            Duration since = Duration.between(activeSince, now);
            longestActive = since.compareTo(longestActive) > 0 ? since : longestActive;
        }
        if (!active) {
            activeSince = null;
        } else if (activeSince == null) {
            activeSince = now;
        }
    }

    ConnectorHealth health() {
        Connector started = connector;
        return started == null
                ? new ConnectorHealth(SourceStatus.CONNECTING, null, null, Map.of())
                : started.health();
    }

    @Override
    public IngestionId ingestionId() {
        return definition.ingestionId();
    }

    @Override
    public JsonNode config() {
        return surroundings.config(definition);
    }

    @Override
    public String podName() {
        return surroundings.podName();
    }

    @Override
    public MessageSink sink() {
        return surroundings.sink(definition);
    }

    @Override
    public void changed(SourceStatus status, String error) {
        if (stopping) {
            return;
        }
        note(status == SourceStatus.ACTIVE);
        if (error == null) {
            IngestionLog.LOG.sourceChanged(definition.name(), ingestionId().value(), status.code());
        } else {
            IngestionLog.LOG.sourceTroubled(
                    definition.name(), ingestionId().value(), status.code(), error);
        }
        listener.reported(this, status, error);
    }

    /** Counted, not logged: an attempt a second would drown all else. */
    @Override
    public void failedAgain(String reason) {
        if (!stopping) {
            listener.reported(this, SourceStatus.ERROR, reason);
        }
    }

    @Override
    public void failed(String reason) {
        if (stopping || failure != null) {
            return;
        }
        failure = reason == null ? "The connector gives no reason." : reason;
        listener.reported(this, SourceStatus.ERROR, failure);
    }
}
