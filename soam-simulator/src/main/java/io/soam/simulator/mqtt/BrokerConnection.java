package io.soam.simulator.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A connection to the broker that is made again, also for the first time, until it stands, with
 * pauses from 1 to 30 seconds.
 */
public final class BrokerConnection implements AutoCloseable {

    private static final Logger LOG = System.getLogger(BrokerConnection.class.getName());
    private static final int SHORTEST_PAUSE_SECONDS = 1;
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int DISCONNECT_SECONDS = 2;

    private final Mqtt5AsyncClient client;
    private CompletableFuture<?> connecting;
    private boolean connected;

    BrokerConnection(String host, int port) {
        client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier("soam-simulator-" + UUID.randomUUID())
                        .serverHost(host)
                        .serverPort(port)
                        .automaticReconnect()
                        .initialDelay(SHORTEST_PAUSE_SECONDS, SECONDS)
                        .maxDelay(LONGEST_PAUSE_SECONDS, SECONDS)
                        .applyAutomaticReconnect()
                        .addConnectedListener(this::connected)
                        .addDisconnectedListener(this::disconnected)
                        .buildAsync();
    }

    /** Begins to connect, if that has not begun, and waits until the connection stands. */
    public synchronized void await() throws InterruptedException {
        if (connecting == null) {
            connecting = client.connect();
        }
        while (!connected) {
            wait();
        }
    }

    /**
     * Publishes with QoS 1.
     *
     * @return completes when the broker has answered; while the connection is lost it waits
     */
    public CompletableFuture<Mqtt5PublishResult> publish(String topic, String payload) {
        return client.publish(
                Mqtt5Publish.builder()
                        .topic(topic)
                        .payload(payload.getBytes(UTF_8))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .contentType("application/json")
                        .build());
    }

    @Override
    public void close() {
        synchronized (this) {
            if (connecting == null) {
                return;
            }
            connecting.cancel(true);
        }
        try {
            client.disconnect().get(DISCONNECT_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "Not disconnected in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void connected(MqttClientConnectedContext context) {
        connected = true;
        LOG.log(Level.INFO, "Connected to {0}", context.getClientConfig().getServerHost());
        notifyAll();
    }

    private synchronized void disconnected(MqttClientDisconnectedContext context) {
        connected = false;
        context.getReconnector().republishIfSessionExpired(true);
        boolean asked = context.getSource() == MqttDisconnectSource.USER;
        LOG.log(
                asked ? Level.DEBUG : Level.WARNING,
                "Not connected to the broker, messages wait: {0}",
                context.getCause().toString());
    }
}
