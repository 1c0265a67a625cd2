package io.soam.ingestion.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows down what connects and soon loses its connection, again and again.
 *
 * <p>Some brokers (mosquitto 2.0.11, all that speak MQTT 3.1.1) do not say that another client has
 * taken the session over, and the client begins with its shortest pause after each connection: two
 * with one id would fight for ever.
 */
final class ReconnectPace {

    private static final Duration SHORT_LIFE = Duration.ofSeconds(20);

    /** After so many the pause is longest: 32 seconds. */
    private static final int MOST_SHORT_LIVES = 5;

    private final Clock clock;
    private Instant connectedAt;
    private Instant lastEnded;
    private int shortLives;

    ReconnectPace(Clock clock) {
        this.clock = clock;
    }

    synchronized void connected() {
        connectedAt = clock.instant();
    }

    /** When the newest connection was made; null before the first. */
    synchronized Instant connectedAt() {
        return connectedAt;
    }

    /** How long to wait before connecting again; zero to leave that to the client. */
    synchronized Duration disconnected() {
        if (connectedAt == null || connectedAt.equals(lastEnded)) {
            // A connection that was not made is the client's own matter.
            return Duration.ZERO;
        }
        lastEnded = connectedAt;
        boolean shortLived = connectedAt.plus(SHORT_LIFE).isAfter(clock.instant());
        shortLives = shortLived ? Math.min(shortLives + 1, MOST_SHORT_LIVES) : 0;
        return shortLives == 0 ? Duration.ZERO : Duration.ofSeconds(1L << shortLives);
    }
}
