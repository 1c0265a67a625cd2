package io.soam.ingestion.mqtt;

import io.soam.ingestion.connector.SessionNotEndedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends a session that a broker keeps: a clean one takes its place, which ends with its connection.
 * That the broker accepts it confirms that the old one, its subscriptions and messages are gone.
 */
final class MqttSessionEnd {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    private MqttSessionEnd() {}

    static void of(MqttSettings settings, String clientId)
            throws SessionNotEndedException, InterruptedException {
        MqttSession session = MqttSession.once(settings, clientId, LIMIT, false);
        CompletableFuture<?> connected = session.connect();
        try {
            await(connected, settings);
        } finally {
            session.abandonAfter(connected);
        }
    }

    /** Waits for the broker, but not for ever. */
    static void await(CompletableFuture<?> answer, MqttSettings settings)
            throws SessionNotEndedException, InterruptedException {
        try {
            answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new SessionNotEndedException(MqttFailures.sentence(settings, e), e);
        }
    }
}
