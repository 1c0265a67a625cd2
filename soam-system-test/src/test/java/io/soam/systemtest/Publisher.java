package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Mosquitto's own client: whatever it sends, no code of SOAM has made it. */
final class Publisher {

    private static final Duration SINGLE = Duration.ofSeconds(30);

    private final int port;

    Publisher(SoamStack stack) {
        this(stack.brokerPort());
    }

    Publisher(int port) {
        this.port = port;
    }

    /** Publishes a text with QoS 1. */
    void publish(String topic, String payload) {
        send(topic, "-m", payload);
    }

    /** Publishes texts of one line with QoS 1, in this order, over one connection. */
    void publish(String topic, List<String> payloads) {
        try {
            Process client = client(topic, "-l").start();
            try (BufferedWriter lines = client.outputWriter(StandardCharsets.UTF_8)) {
                for (String payload : payloads) {
                    lines.write(payload + "\n");
                }
            }
            succeed(client);
        } catch (IOException e) {
            throw new AssertionError("mosquitto_pub cannot be used", e);
        }
    }

    /** Publishes the bytes of a file with QoS 1. */
    void publish(String topic, Path file) {
        send(topic, "-f", file.toString());
    }

    /**
     * Begins to publish messages with QoS 1, numbered from 1, at a steady rate.
     *
     * @param perSecond a multiple of 50
     */
    Numbered numbered(int count, int perSecond) {
        return numbered(UUID.randomUUID().toString(), Instant::now, count, perSecond);
    }

    /** The same messages from two gateways that both hear the sensor. */
    List<Numbered> numberedTwice(int count, int perSecond) {
        String run = UUID.randomUUID().toString();
        Instant begin = Instant.now();
        return List.of(
                numbered(run, () -> begin, count, perSecond),
                numbered(run, () -> begin, count, perSecond));
    }

    private Numbered numbered(String run, Supplier<Instant> measuredAt, int count, int perSecond) {
        try {
            Process client = client("smartcity/sensors/numbered", "-l").start();
            AtomicInteger sent = new AtomicInteger();
            CompletableFuture<Void> ended =
                    CompletableFuture.runAsync(
                            () -> feed(client, run, measuredAt, count, perSecond, sent));
            return new Numbered(run, count, sent, ended);
        } catch (IOException e) {
            throw new AssertionError("mosquitto_pub cannot be started", e);
        }
    }

    private static void feed(
            Process client,
            String run,
            Supplier<Instant> measuredAt,
            int count,
            int perSecond,
            AtomicInteger sent) {
        Instant start = Instant.now();
        int together = perSecond / 50;
        try (BufferedWriter lines = client.outputWriter(StandardCharsets.UTF_8)) {
            for (int number = 1; number <= count; number++) {
                lines.write(
                        """
                        {"sensor_id":"numbered","run":"%s","number":%d,"timestamp":"%s"}
                        """
                                .formatted(run, number, measuredAt.get()));
                if (number % together == 0) {
                    lines.flush();
                    sent.set(number);
                    awaitInstant(start.plusMillis(1000L * number / perSecond));
                }
            }
        } catch (IOException e) {
            throw new AssertionError("mosquitto_pub takes nothing more", e);
        }
        succeed(client);
        sent.set(count);
    }

    private static void awaitInstant(Instant instant) {
        while (Instant.now().isBefore(instant)) {
            LockSupport.parkNanos(Duration.between(Instant.now(), instant).toNanos());
        }
    }

    private void send(String topic, String... what) {
        try {
            succeed(client(topic, what).start());
        } catch (IOException e) {
            throw new AssertionError("mosquitto_pub cannot be started", e);
        }
    }

    private static void succeed(Process client) {
        assertThat(client.onExit())
                .as("mosquitto_pub got all its acknowledgements")
                .succeedsWithin(SINGLE)
                .extracting(Process::exitValue)
                .isEqualTo(0);
    }

    private ProcessBuilder client(String topic, String... what) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("mosquitto_pub", "-h", "127.0.0.1", "-p", Integer.toString(port)));
        command.addAll(List.of("-q", "1", "-t", topic));
        command.addAll(List.of(what));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
