package io.soam.batch.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToAMinute() {
        Backoff backoff = new Backoff(withoutJitter());

        List<Duration> waits = Stream.generate(() -> backoff.next(AT_ONCE)).limit(9).toList();

        assertThat(waits)
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void takesOffUpToAHalfAtRandom() {
        Backoff backoff = new Backoff(new Random(7));
        Stream.generate(() -> backoff.next(AT_ONCE)).limit(6).forEach(wait -> {});

        List<Duration> waits = Stream.generate(() -> backoff.next(AT_ONCE)).limit(100).toList();

        assertThat(waits)
                .allSatisfy(
                        wait ->
                                assertThat(wait)
                                        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60)));
        assertThat(waits).doesNotHaveDuplicates();
    }

    @Test
    void beginsAnewAfterALaunchThatLived() {
        Backoff backoff = new Backoff(withoutJitter());
        backoff.next(AT_ONCE);
        backoff.next(AT_ONCE);

        assertThat(backoff.next(Duration.ofMinutes(3))).isEqualTo(Duration.ofSeconds(1));
    }

    private static RandomGenerator withoutJitter() {
        return () -> 0L;
    }
}
