package io.soam.operations.control;

import io.soam.operations.boundary.CitySnapshot.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Turns a counter that is looked at every second into a rate and its history. */
final class RateMeter {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final double MILLIS_PER_SECOND = 1_000;

    private record Sample(Instant at, long count) {}

    private final Duration window;
    private final Deque<Sample> recent = new ArrayDeque<>();
    private final Deque<Double> history = new ArrayDeque<>();
    private Sample stepBegin;

    /**
     * Makes a meter.
     *
     * @param window over how long the present rate is taken; longer than what moves the counter in
     *     steps
     */
    RateMeter(Duration window) {
        this.window = window;
    }

    void sample(Instant at, long count) {
        Sample sample = new Sample(at, count);
        recent.addLast(sample);
        while (recent.size() > 2 && recent.peekFirst().at().isBefore(at.minus(window))) {
            recent.removeFirst();
        }
        if (stepBegin == null) {
            stepBegin = sample;
        } else if (!at.isBefore(stepBegin.at().plus(STEP))) {
            history.addLast(rate(stepBegin, sample));
            stepBegin = sample;
            if (history.size() > KEPT.dividedBy(STEP)) {
                history.removeFirst();
            }
        }
    }

    Rate rate() {
        List<Double> steps = new ArrayList<>(history);
        return recent.isEmpty()
                ? new Rate(0, steps)
                : new Rate(rate(recent.peekFirst(), recent.peekLast()), steps);
    }

    private static double rate(Sample from, Sample to) {
        long millis = Duration.between(from.at(), to.at()).toMillis();
        return millis <= 0
                ? 0
                : Math.max(0, to.count() - from.count()) * MILLIS_PER_SECOND / millis;
    }
}
