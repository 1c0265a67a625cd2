package io.soam.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {

    @Test
    void doublesFromASecondToAMinuteAndStaysThere() {
        RestartBackoff backoff = RestartBackoff.seconds(() -> 0L);

        assertThat(IntStream.rangeClosed(1, 9).mapToObj(backoff::after))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(backoff.after(1_000_000)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void takesOffUpToAHalfAtRandom() {
        RestartBackoff backoff = RestartBackoff.seconds(new Random(7));

        assertThat(IntStream.range(0, 100).mapToObj(i -> backoff.after(20)))
                .allSatisfy(
                        wait ->
                                assertThat(wait)
                                        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60)))
                .doesNotHaveDuplicates();
    }
}
