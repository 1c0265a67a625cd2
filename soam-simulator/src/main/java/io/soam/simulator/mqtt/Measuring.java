package io.soam.simulator.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets the sensors measure on time and puts their readings into the edge buffer. */
final class Measuring implements Runnable {

    private final MeasuringSchedule schedule;
    private final Clock clock;
    private final String topic;
    private final EdgeBuffer buffer;

    Measuring(MeasuringSchedule schedule, Clock clock, String topic, EdgeBuffer buffer) {
        this.schedule = schedule;
        this.clock = clock;
        this.topic = topic;
        this.buffer = buffer;
    }

    /** Measures until the thread is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                Duration left = Duration.between(clock.instant(), schedule.next());
                TimeUnit.MILLISECONDS.sleep(left.toMillis());
                buffer.add(topic, schedule.measure(clock.instant()).toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
