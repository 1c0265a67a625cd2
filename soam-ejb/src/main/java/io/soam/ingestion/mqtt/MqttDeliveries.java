package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Hands messages to the spool and acknowledges them once they are durable. */
final class MqttDeliveries {

    private final MqttStreams streams;
    private final Clock clock;
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong unacknowledged = new AtomicLong();
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

    /** When the newest message came; null before the first. */
    Instant lastAt() {
        return lastAt;
    }

    void deliver(Mqtt5Publish publish) {
        if (stopping) {
            return;
        }
        delivered.incrementAndGet();
        lastAt = clock.instant();
        unacknowledged.incrementAndGet();
        AtomicBoolean open = new AtomicBoolean(true);
        try {
            streams.of(publish)
                    .accept(
                            publish.getPayloadAsBytes(),
                            () -> {
                                settle(open);
                                publish.acknowledge();
                            });
        } catch (InterruptedException e) {
            settle(open);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Unacknowledged, the message comes again; an exception would end the subscription.
            settle(open);
            MqttLog.LOG.notTaken(e, publish.getTopic().toString());
        }
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
