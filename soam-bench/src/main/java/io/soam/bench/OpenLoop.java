package io.soam.bench;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends the messages of a step when they are due, whether or not earlier ones have been
 * acknowledged, and measures each from when it was due. So a stall counts for all messages that it
 * delays and not only for one (no coordinated omission).
 */
final class OpenLoop {

    private static final Logger LOG = System.getLogger(OpenLoop.class.getName());

    /** Memory's bound. A broker so far behind makes the sender wait, which the times then show. */
    private static final int MOST_UNACKNOWLEDGED = 100_000;

    private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(60);
    private static final long MICRO = 1_000;
    private static final long TICK_NANOS = 500_000;

    private final Load load;
    private final Payloads payloads;
    private final Publishers publishers;
    private final Acknowledgements acknowledgements;
    private final Semaphore room = new Semaphore(MOST_UNACKNOWLEDGED);

    OpenLoop(Load load, Payloads payloads, Publishers publishers) {
        this.load = load;
        this.payloads = payloads;
        this.publishers = publishers;
        this.acknowledgements = new Acknowledgements(load.messages());
    }

    /** Sends all messages and waits for what the broker says to them. */
    Acknowledgements run() throws InterruptedException {
        Instant begin = Instant.now();
        long beginNanos = System.nanoTime();
        int sent = 0;
        while (sent < load.messages()) {
            int due = load.due(System.nanoTime() - beginNanos);
            for (; sent < due; sent++) {
                room.acquire();
                send(sent, begin, beginNanos);
            }
            TimeUnit.NANOSECONDS.sleep(TICK_NANOS);
        }
        awaitAnswers();
        return acknowledgements;
    }

    private void awaitAnswers() throws InterruptedException {
        // As all the room there is was given out, getting all of it back is having all answers.
        boolean all =
                room.tryAcquire(
                        MOST_UNACKNOWLEDGED, LAST_ACKNOWLEDGEMENTS.toSeconds(), TimeUnit.SECONDS);
        if (!all) {
            LOG.log(Level.WARNING, "The broker has not answered to all messages");
        }
    }

    private void send(int number, Instant begin, long beginNanos) {
        long due = load.dueNanos(number);
        byte[] payload = payloads.payload(number, begin.plusNanos(due / MICRO * MICRO));
        var unused =
                publishers
                        .publish(load.topic(number), payload)
                        .whenComplete(
                                (result, failure) -> {
                                    room.release();
                                    if (isTaken(result, failure)) {
                                        long micros =
                                                (System.nanoTime() - beginNanos - due) / MICRO;
                                        acknowledgements.acknowledged(number, micros);
                                    }
                                });
    }

    private static boolean isTaken(Mqtt5PublishResult result, Throwable failure) {
        return failure == null && result.getError().isEmpty();
    }
}
