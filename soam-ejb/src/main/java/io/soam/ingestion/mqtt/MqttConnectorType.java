package io.soam.ingestion.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorDescription;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.KeptSession;
import io.soam.ingestion.connector.SessionNotEndedException;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.connector.SourceScope;
import io.soam.ingestion.connector.Trial;
import io.soam.platform.control.Background;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Data sources of type {@code mqtt}. */
@ApplicationScoped
public class MqttConnectorType implements ConnectorType {

    /** Name of the type. */
    public static final String NAME = "mqtt";

    /** Group in which replicas share a subscription, where none is configured. */
    public static final String DEFAULT_GROUP = "ingestor-group";

    @Resource ManagedThreadFactory threads;
    @Inject Background background;

    @Inject Clock clock;

    private final MqttSubscriptions subscriptions = new MqttSubscriptions();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ConnectorDescription description() {
        return new ConnectorDescription(
                "MQTT Broker",
                "Subscribes to topics of an MQTT broker.",
                "📡",
                "IoT",
                List.of("JSON", "Plain Text"),
                true,
                schema());
    }

    @Override
    public Connector connector(SourceContext context) {
        return new MqttConnector(
                context,
                MqttSettings.of(context.config()),
                subscriptions,
                clock,
                threads,
                background.timer());
    }

    @Override
    public boolean exclusive(JsonNode config) {
        return !MqttSettings.of(config).filters().spreadOverReplicas();
    }

    @Override
    public Trial trial(JsonNode config, Duration limit) throws InterruptedException {
        return MqttTrial.of(MqttSettings.of(config), limit);
    }

    @Override
    public Optional<KeptSession> session(SourceScope source) {
        MqttSettings settings = MqttSettings.of(source.config());
        return Optional.of(
                new KeptSession(
                        settings.sessionName(MqttClientId.of(source, settings)),
                        Duration.ofSeconds(settings.lifetimes().sessionExpiry())));
    }

    @Override
    public void drain(SourceScope source, Duration limit)
            throws SessionNotEndedException, InterruptedException {
        new MqttDrain(source, MqttSettings.of(source.config()), clock, threads).run(limit);
    }

    @Override
    public void end(SourceScope source) throws SessionNotEndedException, InterruptedException {
        MqttSettings settings = MqttSettings.of(source.config());
        String clientId = MqttClientId.of(source, settings);
        MqttSessionEnd.of(settings, clientId);
        subscriptions.ended(settings.sessionName(clientId));
    }

    private static String schema() {
        try (InputStream schema = MqttConnectorType.class.getResourceAsStream("mqtt.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema is part of this archive", e);
        }
    }
}
