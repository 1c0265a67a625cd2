package io.soam.batch.enrichment;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next launch: doubles from one second to one minute, less a random
 * part of up to a half so that replicas do not act in step. With failures at once the waits are
 * about 1, 2, 4, 8, 16, 32, 60, 60, … seconds. A launch that lived long enough begins anew.
 */
final class Backoff {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration GOOD_LIFE = Duration.ofMinutes(2);
    private static final int MOST_DOUBLINGS = 6;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after another failure.
     *
     * @param lived how long the application had run
     */
    Duration next(Duration lived) {
        if (lived.compareTo(GOOD_LIFE) >= 0) {
            failures = 0;
        }
        long full =
                Math.min(
                        LONGEST.toMillis(),
                        Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS)).toMillis());
        failures++;
        return Duration.ofMillis(full - random.nextLong(full / 2));
    }
}
