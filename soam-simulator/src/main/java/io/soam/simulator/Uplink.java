package io.soam.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The way from the edge buffer to the broker: one message after the other with QoS 1, the next only
 * when the broker has acknowledged the one before. Connects, also for the first time, until it
 * succeeds, with pauses from 1 to 30 seconds.
 */
final class Uplink implements Runnable {

    private static final Logger LOG = System.getLogger(Uplink.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int DISCONNECT_SECONDS = 2;

    private final EdgeBuffer buffer;
    private final Mqtt5AsyncClient client;
    private boolean connected;
    private Duration pause = SHORTEST_PAUSE;

    Uplink(String host, int port, EdgeBuffer buffer) {
        this.buffer = buffer;
        this.client =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier("soam-simulator-" + UUID.randomUUID())
                        .serverHost(host)
                        .serverPort(port)
                        .automaticReconnect()
                        .initialDelay(SHORTEST_PAUSE.toSeconds(), SECONDS)
                        .maxDelay(LONGEST_PAUSE.toSeconds(), SECONDS)
                        .applyAutomaticReconnect()
                        .addConnectedListener(this::connected)
                        .addDisconnectedListener(this::disconnected)
                        .buildAsync();
    }

    /** Sends until the thread is interrupted, then disconnects. */
    @Override
    public void run() {
        var connecting = client.connect();
        try {
            while (true) {
                awaitConnection();
                send(buffer.take());
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "Sending ends", e);
        } finally {
            connecting.cancel(true);
            disconnect();
        }
    }

    private void send(EdgeMessage message) throws InterruptedException {
        boolean acknowledged = false;
        try {
            acknowledged = publish(message);
        } finally {
            if (acknowledged) {
                buffer.acknowledged();
            } else {
                buffer.failed();
            }
        }
        if (acknowledged) {
            pause = SHORTEST_PAUSE;
        } else {
            SECONDS.sleep(pause.toSeconds());
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private boolean publish(EdgeMessage message) throws InterruptedException {
        try {
            var result = client.publish(publication(message)).get();
            result.getError()
                    .ifPresent(error -> LOG.log(Level.WARNING, "Refused: {0}", error.toString()));
            return result.getError().isEmpty();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "Not sent, will be repeated: {0}", e.getCause().toString());
            return false;
        }
    }

    private static Mqtt5Publish publication(EdgeMessage message) {
        return Mqtt5Publish.builder()
                .topic(message.topic())
                .payload(message.payload().getBytes(UTF_8))
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType("application/json")
                .build();
    }

    private synchronized void awaitConnection() throws InterruptedException {
        while (!connected) {
            wait();
        }
    }

    private synchronized void connected(MqttClientConnectedContext context) {
        connected = true;
        LOG.log(Level.INFO, "Connected to {0}", context.getClientConfig().getServerHost());
        notifyAll();
    }

    private synchronized void disconnected(MqttClientDisconnectedContext context) {
        connected = false;
        boolean asked = context.getSource() == MqttDisconnectSource.USER;
        LOG.log(
                asked ? Level.DEBUG : Level.WARNING,
                "Not connected to the broker, readings wait: {0}; {1}",
                context.getCause().toString(),
                buffer.counts());
    }

    private void disconnect() {
        try {
            client.disconnect().get(DISCONNECT_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "Not disconnected in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
