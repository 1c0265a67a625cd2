package io.soam.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many messages a second a subscriber takes that does nothing with them: what broker, client
 * and machine allow at most. They go to topics that no data source has, and as fast as the
 * subscriber takes them, because a broker that is sent more than it can pass on throws messages
 * away.
 */
final class DiscardRate {

    private static final String TOPICS = "soam-bench/discard/device";
    private static final int MOST_ON_THEIR_WAY = 5_000;

    private final Stack stack;
    private final Load load;

    DiscardRate(Stack stack, Load load) {
        this.stack = stack;
        this.load = load;
    }

    double measure(Duration duration) throws BenchException, InterruptedException {
        AtomicLong discarded = new AtomicLong();
        Semaphore room = new Semaphore(MOST_ON_THEIR_WAY);
        Mqtt5AsyncClient subscriber = Publishers.client(stack);
        try (Publishers publishers = Publishers.connect(stack, TOPICS, load.topics(), load.qos())) {
            subscribe(
                    subscriber,
                    () -> {
                        discarded.incrementAndGet();
                        room.release();
                    });
            long begin = System.nanoTime();
            publish(publishers, room, duration);
            return Math.round(discarded.get() * 1e9 / (System.nanoTime() - begin));
        } finally {
            Publishers.end(subscriber);
        }
    }

    private void subscribe(Mqtt5AsyncClient subscriber, Runnable discarded)
            throws BenchException, InterruptedException {
        try {
            subscriber.connect().get();
            subscriber
                    .subscribeWith()
                    .topicFilter("soam-bench/discard/#")
                    .qos(MqttQos.fromCode(load.qos()))
                    .callback(message -> discarded.run())
                    .send()
                    .get();
        } catch (ExecutionException e) {
            throw new BenchException("The broker refuses a subscriber", e.getCause());
        }
    }

    private void publish(Publishers publishers, Semaphore room, Duration duration)
            throws InterruptedException {
        Payloads payloads = new Payloads("discard", load);
        long end = System.nanoTime() + duration.toNanos();
        Instant now = Instant.now();
        int number = 0;
        while (System.nanoTime() < end) {
            // With quality of service 0 messages may be lost, and their room with them.
            if (!room.tryAcquire(1, TimeUnit.SECONDS)) {
                room.release(MOST_ON_THEIR_WAY);
                continue;
            }
            // What counts is what the subscriber gets.
            var unused = publishers.publish(load.topic(number), payloads.payload(number, now));
            number++;
        }
    }
}
