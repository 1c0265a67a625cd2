package io.soam.simulator.replay;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.soam.simulator.mqtt.BrokerConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An MQTT broker that gets up to a hundred messages before the first of them must be acknowledged.
 * While it is away they wait.
 */
final class MqttTarget implements Target {

    private static final Logger LOG = System.getLogger(MqttTarget.class.getName());
    private static final int MOST_UNDER_WAY = 100;

    private final BrokerConnection broker;
    private final Semaphore free = new Semaphore(MOST_UNDER_WAY);
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    MqttTarget(BrokerConnection broker) {
        this.broker = broker;
    }

    @Override
    public void send(String topic, String payload) throws InterruptedException {
        free.acquire();
        broker.await();
        var unused = broker.publish(topic, payload).whenComplete(this::answered);
    }

    /** Waits until the broker has answered for all, at most for a time; false if it has not. */
    boolean awaitAnswers(long seconds) throws InterruptedException {
        boolean all = free.tryAcquire(MOST_UNDER_WAY, seconds, TimeUnit.SECONDS);
        if (all) {
            free.release(MOST_UNDER_WAY);
        }
        return all;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long refused() {
        return refused.get();
    }

    private void answered(Mqtt5PublishResult result, Throwable failure) {
        if (failure == null && result.getError().isEmpty()) {
            acknowledged.incrementAndGet();
        } else {
            refused.incrementAndGet();
            LOG.log(
                    Level.WARNING,
                    "Not accepted: {0}",
                    failure == null ? result.getError().get().toString() : failure.toString());
        }
        free.release();
    }
}
