package io.soam.spark.enrichment;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each step of a batch has taken. */
final class StepTimes {

    private final EnumMap<Step, Long> nanos = new EnumMap<>(Step.class);
    private long last = System.nanoTime();

    /** Ends a step that began when the one before it ended. */
    void end(Step step) {
        long now = System.nanoTime();
        nanos.merge(step, now - last, Long::sum);
        last = now;
    }

    /** Milliseconds of every step; 0 where there was nothing to do. */
    Map<String, Long> millis() {
        Map<String, Long> millis = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            millis.put(step.code(), nanos.getOrDefault(step, 0L) / 1_000_000);
        }
        return millis;
    }
}
