package io.soam.ingestion.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Hands messages to the spool and acknowledges them once they are durable. */
final class MqttDeliveries {

    /**
     * MQTT allows 256 MiB, which a handful of would exhaust the memory. A broker of MQTT 5 is told
     * not to send more; what comes through 3.1.1 is refused here.
     */
    static final int LARGEST_PACKET = 32 << 20;

    private final MqttStreams streams;
    private final Clock clock;
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong unacknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong left = new AtomicLong();
    private volatile boolean stopping;
    private volatile Instant lastAt;

    MqttDeliveries(MqttStreams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /** Messages that have come, repeated ones included. */
    long delivered() {
        return delivered.get();
    }

    /** Messages that have come and are not durable yet. */
    long unacknowledged() {
        return unacknowledged.get();
    }

    /** Messages that were too large to be taken, and are gone. */
    long refused() {
        return refused.get();
    }

    /** Messages that could not be stored and stay with their broker. */
    long left() {
        return left.get();
    }

    /** When the newest message came; null before the first. */
    Instant lastAt() {
        return lastAt;
    }

    void deliver(MqttMessage message) {
        if (stopping) {
            return;
        }
        delivered.incrementAndGet();
        lastAt = clock.instant();
        byte[] payload = message.payload();
        if (payload.length > LARGEST_PACKET) {
            refuse(message, payload.length);
            return;
        }
        unacknowledged.incrementAndGet();
        AtomicBoolean open = new AtomicBoolean(true);
        try {
            streams.of(message)
                    .accept(
                            payload,
                            () -> {
                                settle(open);
                                message.acknowledge();
                            });
        } catch (InterruptedException e) {
            settle(open);
            left.incrementAndGet();
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Unacknowledged, the message comes again; an exception would end the subscription.
            settle(open);
            left.incrementAndGet();
            MqttLog.LOG.notTaken(e, message.topic().toString());
        }
    }

    /** Acknowledged all the same: otherwise it would come again, and nothing after it. */
    private void refuse(MqttMessage message, int bytes) {
        refused.incrementAndGet();
        MqttLog.LOG.tooLarge(message.topic().toString(), bytes, LARGEST_PACKET);
        message.acknowledge();
    }

    /**
     * Takes nothing more, and waits until what has been taken is acknowledged, so that as little as
     * possible comes twice.
     */
    void stop(Duration limit) throws InterruptedException {
        stopping = true;
        Instant end = clock.instant().plus(limit);
        while (unacknowledged.get() > 0 && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Counts a message down once, also when something fails after it became durable. */
    private void settle(AtomicBoolean open) {
        if (open.getAndSet(false)) {
            unacknowledged.decrementAndGet();
        }
    }
}
