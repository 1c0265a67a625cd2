package io.soam.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenessTest {

    @Test
    void percentilesLieInTheirBucket_andMergeByAddition() {
        Lateness lateness = new Lateness();
        Lateness other = new Lateness();
        for (int i = 0; i < 90; i++) {
            lateness.add(1_500_000);
        }
        for (int i = 0; i < 10; i++) {
            other.add(20_000_000);
        }
        lateness.merge(other);

        assertThat(lateness.count()).isEqualTo(100);
        assertThat(lateness.percentile(0.5).orElseThrow()).isBetween(1.0, 2.0);
        assertThat(lateness.percentile(0.95).orElseThrow()).isCloseTo(20, within(10.0));
        assertThat(Lateness.of(lateness.buckets()).buckets()).isEqualTo(lateness.buckets());
    }

    @Test
    void nothingCounted_givesNoPercentile_andAheadIsNotLate() {
        Lateness lateness = new Lateness();
        assertThat(lateness.percentile(0.5)).isEmpty();

        lateness.add(-5_000_000);
        assertThat(lateness.percentile(0.5).orElseThrow()).isBetween(0.0, 0.1);
        lateness.add(Long.MAX_VALUE);
        assertThat(lateness.percentile(1)).hasValue(86_400);
    }

    @Test
    void anotherNumberOfBuckets_isRefused() {
        assertThatThrownBy(() -> Lateness.of(List.of(1L)))
                .hasMessageContaining("buckets of lateness");
    }
}
