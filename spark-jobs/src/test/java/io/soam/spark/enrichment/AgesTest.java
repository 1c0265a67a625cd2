package io.soam.spark.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static Ages ages(double... secondsBeforeNoon) {
        Ages ages = new Ages(BatchSummary.micros(NOON));
        for (double seconds : secondsBeforeNoon) {
            ages.add(BatchSummary.micros(NOON) - (long) (seconds * 1e6));
        }
        return ages;
    }

    @Test
    void theDistributionIsSeenFromTheMomentAskedFor() {
        Latencies latencies = ages(0.5, 1.5, 4, 4).at(NOON.plusSeconds(1));
        assertThat(latencies.count()).isEqualTo(4);
        assertThat(latencies.p50()).isEqualTo(2.5);
        assertThat(latencies.p95()).isEqualTo(5.0);
        assertThat(latencies.buckets()).containsExactly(0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void twoOfThemAddUp() {
        Ages one = ages(1);
        one.addAll(ages(10_000_000, -50));
        Latencies latencies = one.at(NOON);
        assertThat(latencies.count()).isEqualTo(3);
        assertThat(latencies.p99()).isEqualTo(7_200);
        assertThat(latencies.buckets()).containsExactly(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void nothingHasNoDistribution() {
        assertThat(ages().at(NOON)).isNull();
    }
}
