package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttVersion;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A client of one broker, whichever version of MQTT they speak. */
interface MqttSession {

    /** Who receives; before connecting, because a resumed session begins with its messages. */
    void receive(Consumer<MqttMessage> receiver, Executor executor);

    CompletableFuture<?> connect();

    /** Fails if the broker refuses one of the filters. */
    CompletableFuture<?> subscribe(List<String> filters);

    CompletableFuture<?> unsubscribe(List<String> filters);

    CompletableFuture<?> disconnect();

    boolean isConnected();

    /** Ends the connection without waiting for it. */
    default void abandon() {
        disconnect()
                .exceptionally(
                        failure -> {
                            MqttLog.LOG.alreadyDisconnected(failure.getMessage());
                            return null;
                        });
    }

    /** Ends a connection that is made, or is made after all though nobody waits for it any more. */
    default void abandonAfter(CompletableFuture<?> connected) {
        connected
                .thenRun(this::abandon)
                .exceptionally(
                        failure -> {
                            MqttLog.LOG.alreadyDisconnected(failure.getMessage());
                            return null;
                        });
    }

    /**
     * A session that the broker keeps while the connection is interrupted, and that connects again
     * by itself unless its listener forbids it.
     */
    static MqttSession lasting(MqttSettings settings, String clientId, MqttListener listener) {
        MqttClientBuilder client =
                client(settings, clientId)
                        .transportConfig()
                        .socketConnectTimeout(10, TimeUnit.SECONDS)
                        .mqttConnectTimeout(30, TimeUnit.SECONDS)
                        .applyTransportConfig()
                        .automaticReconnect()
                        .initialDelay(500, TimeUnit.MILLISECONDS)
                        .maxDelay(30, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .addConnectedListener(connected -> listener.connected())
                        .addDisconnectedListener(listener::disconnected);
        return of(client, settings, true);
    }

    /** A session that ends with its connection, under an id that nobody else has. */
    static MqttSession passing(MqttSettings settings, Duration limit) {
        return once(settings, "soam-trial-" + UUID.randomUUID(), limit, false);
    }

    /**
     * A client that connects once.
     *
     * @param lasting whether it takes up and leaves what the broker keeps under its id; otherwise
     *     it ends that and leaves nothing
     */
    static MqttSession once(
            MqttSettings settings, String clientId, Duration limit, boolean lasting) {
        MqttClientBuilder client =
                client(settings, clientId)
                        .transportConfig()
                        .socketConnectTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                        .mqttConnectTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                        .applyTransportConfig();
        return of(client, settings, lasting);
    }

    private static MqttSession of(
            MqttClientBuilder client, MqttSettings settings, boolean lasting) {
        return settings.version() == MqttVersion.MQTT_5_0
                ? new Mqtt5Session(client, settings, lasting)
                : new Mqtt3Session(client, settings, lasting);
    }

    private static MqttClientBuilder client(MqttSettings settings, String clientId) {
        MqttClientBuilder client = MqttClient.builder().identifier(clientId);
        return settings.tls() == null ? client : client.sslConfig(settings.tls().clientConfig());
    }
}
