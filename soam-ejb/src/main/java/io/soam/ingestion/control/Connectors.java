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
import io.soam.platform.control.Background;
import io.soam.platform.control.Json;
import io.soam.platform.control.PlatformConfig;
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

    @Inject Background background;

    private final Map<String, Connector> running = new ConcurrentHashMap<>();

    /** The connector type of that name. */
    public Optional<ConnectorType> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** A type's name for people; its plain name if it is not known here. */
    public String displayName(String typeName) {
        return type(typeName).map(type -> type.description().displayName()).orElse(typeName);
    }

    /** The configuration of a data source without what its type marks as secret. */
    public Map<String, Object> publicConfig(RegisteredSource source) {
        JsonNode config = Json.read(source.getConfig(), JsonNode.class);
        return type(source.getTypeName())
                .map(type -> ShownSettings.of(config, type.description().configSchema()))
                .orElse(Map.of());
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

    /** Stops all that run; one that cannot be stopped does not hinder the others. */
    void stopAll() {
        running.forEach(
                (ingestionId, connector) -> {
                    try {
                        connector.stop();
                    } catch (RuntimeException e) {
                        IngestionLog.LOG.sourceNotStopped(e, ingestionId);
                    }
                });
        running.clear();
    }

    /** Data sources that run here and are connected. */
    public int active() {
        return (int)
                running.values().stream()
                        .filter(connector -> connector.health().status() == SourceStatus.ACTIVE)
                        .count();
    }

    /** Health of a data source that runs here. */
    public Optional<ConnectorHealth> health(String ingestionId) {
        return Optional.ofNullable(running.get(ingestionId)).map(Connector::health);
    }

    private final class Context implements SourceContext {

        private final IngestionId ingestionId;
        private final String name;
        private final JsonNode config;
        private final StatusJournal journal;

        Context(RegisteredSource source) {
            this.ingestionId = new IngestionId(source.getIngestionId());
            this.name = source.getName();
            this.config = Json.read(source.getConfig(), JsonNode.class);
            this.journal = new StatusJournal(ingestionId, registry, background);
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

        @Override
        public void changed(SourceStatus status, String error) {
            if (error == null) {
                IngestionLog.LOG.sourceChanged(name, ingestionId.value(), status.code());
            } else {
                IngestionLog.LOG.sourceTroubled(name, ingestionId.value(), status.code(), error);
            }
            journal.note(status, error);
        }

        @Override
        public void failed(String reason) {
            changed(SourceStatus.ERROR, reason);
        }
    }
}
