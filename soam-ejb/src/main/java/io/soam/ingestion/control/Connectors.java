package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connectors that run in this server. */
@ApplicationScoped
public class Connectors {

    @Inject @Any Instance<ConnectorType> types;

    @Inject MessageIntake intake;

    @Inject PlatformConfig platform;

    @Inject SourceRegistry registry;

    @Resource ManagedExecutorService executor;

    private final Map<String, Connector> running = new ConcurrentHashMap<>();

    /** The connector type of that name. */
    public Optional<ConnectorType> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** Starts a data source, unless it runs already. */
    void start(RegisteredSource source) {
        if (running.containsKey(source.getIngestionId())) {
            return;
        }
        try {
            ConnectorType type =
                    type(source.getTypeName())
                            .orElseThrow(
                                    () ->
                                            new InvalidSourceConfigurationException(
                                                    "There is no connector type '"
                                                            + source.getTypeName()
                                                            + "'."));
            Connector connector = type.connector(new Context(source));
            running.put(source.getIngestionId(), connector);
            connector.start();
        } catch (InvalidSourceConfigurationException e) {
            IngestionLog.LOG.sourceNotStarted(source.getName(), e.getMessage());
            registry.changed(
                    new IngestionId(source.getIngestionId()), SourceStatus.ERROR, e.getMessage());
        }
    }

    /** Stops all that run. */
    void stopAll() {
        running.values().forEach(Connector::stop);
        running.clear();
    }

    /** Health of a data source that runs here. */
    public Optional<ConnectorHealth> health(String ingestionId) {
        return Optional.ofNullable(running.get(ingestionId)).map(Connector::health);
    }

    private final class Context implements SourceContext {

        private final IngestionId ingestionId;
        private final String name;
        private final JsonNode config;

        Context(RegisteredSource source) {
            this.ingestionId = new IngestionId(source.getIngestionId());
            this.name = source.getName();
            this.config = Json.read(source.getConfig(), JsonNode.class);
        }

        @Override
        public IngestionId ingestionId() {
            return ingestionId;
        }

        @Override
        public JsonNode config() {
            return config;
        }

        @Override
        public String podName() {
            return platform.podName();
        }

        @Override
        public MessageSink sink() {
            return intake;
        }

        /** On a thread of its own, so that a slow database never holds a connection up. */
        @Override
        public void changed(SourceStatus status, String error) {
            if (error == null) {
                IngestionLog.LOG.sourceChanged(name, ingestionId.value(), status.code());
            } else {
                IngestionLog.LOG.sourceTroubled(name, ingestionId.value(), status.code(), error);
            }
            executor.execute(() -> record(status, error));
        }

        private void record(SourceStatus status, String error) {
            try {
                registry.changed(ingestionId, status, error);
            } catch (RuntimeException e) {
                IngestionLog.LOG.statusNotRecorded(e, status.code(), ingestionId.value());
            }
        }
    }
}
