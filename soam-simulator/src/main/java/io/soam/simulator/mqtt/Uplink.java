package io.soam.simulator.mqtt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The way from the edge buffer to the broker: one message after the other, the next only when the
 * broker has acknowledged the one before. What the broker refuses is sent again after pauses from 1
 * to 30 seconds.
 */
final class Uplink implements Runnable {

    private static final Logger LOG = System.getLogger(Uplink.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final BrokerConnection broker;
    private final EdgeBuffer buffer;
    private Duration pause = SHORTEST_PAUSE;

    Uplink(BrokerConnection broker, EdgeBuffer buffer) {
        this.broker = broker;
        this.buffer = buffer;
    }

    /** Sends until the thread is interrupted, then disconnects. */
    @Override
    public void run() {
        try (broker) {
            while (true) {
                broker.await();
                send(buffer.take());
            }
        } catch (InterruptedException e) {
            LOG.log(Level.DEBUG, "Sending ends", e);
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
            TimeUnit.SECONDS.sleep(pause.toSeconds());
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private boolean publish(EdgeMessage message) throws InterruptedException {
        try {
            var result = broker.publish(message.topic(), message.payload()).get();
            result.getError()
                    .ifPresent(error -> LOG.log(Level.WARNING, "Refused: {0}", error.toString()));
            return result.getError().isEmpty();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "Not sent, will be repeated: {0}", e.getCause().toString());
            return false;
        }
    }
}
