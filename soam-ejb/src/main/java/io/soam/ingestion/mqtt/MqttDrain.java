package io.soam.ingestion.mqtt;

import io.soam.ingestion.connector.SessionNotEndedException;
import io.soam.ingestion.connector.SourceScope;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Brings what a broker has kept in a session that is to be ended.
 *
 * <p>First with its subscriptions as they are, because some brokers (HiveMQ) drop what they keep
 * for a shared subscription with its last subscriber; then without, because a busy session is never
 * silent otherwise. What the new session brings too meanwhile is recognised by its content.
 */
final class MqttDrain {

    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(5);
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long LOOK_MILLIS = 100;

    private final MqttSettings settings;
    private final String name;
    private final MqttSession session;
    private final MqttDeliveries deliveries;
    private final ExecutorService executor;

    MqttDrain(SourceScope source, MqttSettings settings, Clock clock, ThreadFactory threads) {
        this.settings = settings;
        String clientId = MqttClientId.of(source, settings);
        this.name = settings.sessionName(clientId);
        this.session = MqttSession.once(settings, clientId, CONNECTING, true);
        this.deliveries = new MqttDeliveries(new MqttStreams(source, settings), clock);
        this.executor = Executors.newSingleThreadExecutor(threads);
    }

    /**
     * Returns when nothing waits any more.
     *
     * @throws SessionNotEndedException if that cannot be told; what has been brought counts
     */
    void run(Duration limit) throws SessionNotEndedException, InterruptedException {
        session.receive(deliveries::deliver, executor);
        CompletableFuture<?> connected = session.connect();
        try {
            MqttSessionEnd.await(connected, settings);
            awaitSilence(limit.dividedBy(2));
            MqttSessionEnd.await(session.unsubscribe(settings.filters().subscriptions()), settings);
            if (!awaitSilence(limit.dividedBy(2))) {
                throw unfinished("still brings messages");
            }
        } finally {
            deliveries.stop(LAST_ACKNOWLEDGEMENTS);
            session.abandonAfter(connected);
            executor.shutdownNow();
            if (deliveries.delivered() > 0) {
                MqttLog.LOG.drained(deliveries.delivered(), name);
            }
        }
    }

    /** Whether nothing has come for some seconds, and all that had come is stored. */
    private boolean awaitSilence(Duration limit)
            throws SessionNotEndedException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long count = deliveries.delivered();
        long since = System.nanoTime();
        while (System.nanoTime() - since < SILENCE_NANOS) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            requireProgress();
            if (deliveries.delivered() != count || deliveries.unacknowledged() > 0) {
                count = deliveries.delivered();
                since = System.nanoTime();
            }
        }
        return true;
    }

    private void requireProgress() throws SessionNotEndedException {
        if (deliveries.left() > 0) {
            throw unfinished("has messages that cannot be stored at present");
        }
        if (!session.isConnected()) {
            throw unfinished("was disconnected while its messages were brought");
        }
    }

    private SessionNotEndedException unfinished(String why) {
        return new SessionNotEndedException("The session " + name + " " + why + ".", null);
    }
}
