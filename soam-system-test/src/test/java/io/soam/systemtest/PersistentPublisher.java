package io.soam.systemtest;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A sender as a good gateway is: it goes on when the broker comes back, and sends again whatever it
 * has no acknowledgement for.
 */
@SuppressWarnings(
        "FutureReturnValueIgnored") // what becomes of them is counted, and awaited by the test
final class PersistentPublisher implements AutoCloseable {

    private static final int MOST_IN_FLIGHT = 500;
    private static final int EVERY_MILLIS = 20;

    private final String run = UUID.randomUUID().toString();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Mqtt5AsyncClient client;

    PersistentPublisher(int port) {
        client =
                Mqtt5Client.builder()
                        .identifier("gateway-" + run)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .automaticReconnect()
                        .initialDelay(200, TimeUnit.MILLISECONDS)
                        .maxDelay(2, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .buildAsync();
        client.connectWith().cleanStart(false).sessionExpiryInterval(3_600).send().join();
    }

    /** What tells its messages from others. */
    String run() {
        return run;
    }

    /** How many the broker has acknowledged, each number counted once. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Begins to publish messages with QoS 1, numbered from 1, as fast as the broker lets it. */
    void start(int count, int perSecond) {
        int together = perSecond * EVERY_MILLIS / 1_000;
        timer.scheduleAtFixedRate(
                () -> {
                    for (int i = 0; i < together && sent.get() < count; i++) {
                        if (!inFlight.tryAcquire()) {
                            return;
                        }
                        send(payload(sent.incrementAndGet()));
                    }
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void send(byte[] payload) {
        client.publishWith()
                .topic("smartcity/sensors/numbered")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send()
                .whenComplete(
                        (result, failure) -> {
                            if (failure == null && result.getError().isEmpty()) {
                                acknowledged.incrementAndGet();
                                inFlight.release();
                            } else {
                                timer.schedule(() -> send(payload), 500, TimeUnit.MILLISECONDS);
                            }
                        });
    }

    private byte[] payload(int number) {
        return """
        {"sensor_id":"numbered","run":"%s","number":%d,"timestamp":"%s"}
        """
                .formatted(run, number, Instant.now())
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.disconnect().exceptionally(failure -> null).join();
    }
}
