package io.soam.ingestion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void backoffGrowsAndIsBounded() {
        Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60));
        assertThat(backoff.pause(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(backoff.pause(3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(backoff.pause(1_000)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }
}
