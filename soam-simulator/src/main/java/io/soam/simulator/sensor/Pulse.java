package io.soam.simulator.sensor;

import java.util.concurrent.TimeUnit;

/** Something that happens again and again. */
public final class Pulse {

    private final Interval interval;
    private final Chance chance;

    public Pulse(Interval interval, Chance chance) {
        this.interval = interval;
        this.chance = chance;
    }

    /** Repeats the action, the first time at once, until the thread is interrupted. */
    public void drive(Runnable action) throws InterruptedException {
        while (true) {
            action.run();
            TimeUnit.MILLISECONDS.sleep(interval.draw(chance).toMillis());
        }
    }
}
