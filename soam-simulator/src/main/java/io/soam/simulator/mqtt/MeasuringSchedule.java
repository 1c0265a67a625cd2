package io.soam.simulator.mqtt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Interval;
import io.soam.simulator.sensor.Sensor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * When which sensor measures: all at the start, then each after its own pauses. The order follows
 * from the seed alone; after the machine has slept the schedule moves on instead of catching up.
 *
 * <p>Not safe for use by several threads.
 */
final class MeasuringSchedule {

    private static final Duration ASLEEP = Duration.ofSeconds(30);

    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(Turn::number));
    private final Interval interval;
    private Duration slept = Duration.ZERO;

    MeasuringSchedule(List<Sensor> sensors, Interval interval, Instant start, Chance chance) {
        if (sensors.isEmpty()) {
            throw new IllegalArgumentException("There must be at least one sensor.");
        }
        this.interval = interval;
        for (int number = 0; number < sensors.size(); number++) {
            turns.add(new Turn(start, number, sensors.get(number), chance.split()));
        }
    }

    /** When the next sensor measures. */
    Instant next() {
        return turns.element().at().plus(slept);
    }

    /** Lets the next sensor measure now. */
    ObjectNode measure(Instant now) {
        Duration late = Duration.between(next(), now);
        if (late.compareTo(ASLEEP) > 0) {
            slept = slept.plus(late);
        }
        Turn turn = turns.remove();
        ObjectNode reading = turn.sensor().measure(now);
        turns.add(turn.after(interval));
        return reading;
    }

    private record Turn(Instant at, int number, Sensor sensor, Chance pauses) {

        Turn after(Interval interval) {
            return new Turn(at.plus(interval.draw(pauses)), number, sensor, pauses);
        }
    }
}
