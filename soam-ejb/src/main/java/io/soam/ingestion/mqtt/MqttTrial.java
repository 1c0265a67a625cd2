package io.soam.ingestion.mqtt;

import io.soam.ingestion.connector.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at what a broker publishes: as another client, with a session that ends with it, and beside
 * any shared subscription, so that nothing is taken from a running data source.
 */
final class MqttTrial {

    private static final int MOST_SAMPLES = 5;

    private final MqttSettings settings;
    private final MqttSession session;
    private final BlockingQueue<MqttMessage> messages = new ArrayBlockingQueue<>(MOST_SAMPLES);
    private final long end;

    private MqttTrial(MqttSettings settings, Duration limit) {
        this.settings = settings;
        this.session = MqttSession.passing(settings, limit);
        this.end = System.nanoTime() + limit.toNanos();
    }

    static Trial of(MqttSettings settings, Duration limit) throws InterruptedException {
        return new MqttTrial(settings, limit).run();
    }

    private Trial run() throws InterruptedException {
        session.receive(this::received, Runnable::run);
        CompletableFuture<?> connected = session.connect();
        try {
            await(connected);
            return subscribed();
        } catch (ExecutionException | TimeoutException e) {
            return unusable(MqttFailures.sentence(settings, e));
        } finally {
            session.abandonAfter(connected);
        }
    }

    private Trial subscribed() throws InterruptedException {
        try {
            await(session.subscribe(settings.filters().unshared()));
            return found();
        } catch (ExecutionException | TimeoutException e) {
            return unusable(MqttFailures.refusedSubscription(settings, e));
        }
    }

    private void received(MqttMessage message) {
        messages.offer(message);
        message.acknowledge();
    }

    private Trial found() throws InterruptedException {
        List<Trial.Sample> samples = new ArrayList<>();
        while (samples.size() < MOST_SAMPLES) {
            MqttMessage next = messages.poll(remaining(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            samples.add(Trial.Sample.of(next.topic().toString(), next.payload()));
        }
        return new Trial(
                true,
                samples.isEmpty()
                        ? "Connected and subscribed, but no message came in this time. That is"
                                + " normal where devices send seldom; check the topics if you"
                                + " expected some."
                        : "Connected; messages come in.",
                samples);
    }

    private void await(CompletableFuture<?> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        answer.get(remaining(), TimeUnit.NANOSECONDS);
    }

    private long remaining() {
        return Math.max(0, end - System.nanoTime());
    }

    private static Trial unusable(String why) {
        return new Trial(false, why, List.of());
    }
}
