package io.soam.ingestion.control;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a failed connector is started anew: doubles with each failure, less a
 * random part of up to a half so that many do not come back in step. For ever.
 *
 * @param shortest full wait after the first failure
 * @param longest full wait after many
 * @param random where the random part comes from
 */
record RestartBackoff(Duration shortest, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 16;

    /** About 1, 2, 4, 8, 16, 32, 60, 60, … seconds. */
    static RestartBackoff seconds(RandomGenerator random) {
        return new RestartBackoff(Duration.ofSeconds(1), Duration.ofSeconds(60), random);
    }

    /**
     * The wait.
     *
     * @param failures failures in a row, from 1
     */
    Duration after(int failures) {
        long full =
                Math.min(
                        longest.toMillis(),
                        shortest.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(full - random.nextLong(full / 2));
    }
}
