package io.soam.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateMeterTest {

    private static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00Z");

    private final RateMeter meter = new RateMeter(Duration.ofSeconds(10));

    @Test
    void withoutSamples_thereIsNoRate() {
        assertThat(meter.rate().now()).isZero();
        assertThat(meter.rate().history()).isEmpty();
    }

    @Test
    void steadyCounter_givesItsRateAndTenMinutesOfHistory() {
        for (int second = 0; second <= 3_600; second++) {
            meter.sample(BEGIN.plusSeconds(second), second * 50L);
        }

        assertThat(meter.rate().now()).isEqualTo(50, within(1e-9));
        assertThat(meter.rate().history()).hasSize(60).allMatch(rate -> rate == 50);
    }

    @Test
    void stoppedCounter_fallsToZeroWithinTheWindow() {
        for (int second = 0; second <= 60; second++) {
            meter.sample(BEGIN.plusSeconds(second), Math.min(second, 40) * 50L);
        }

        assertThat(meter.rate().now()).isZero();
        assertThat(meter.rate().history()).containsExactly(50d, 50d, 50d, 50d, 0d, 0d);
    }
}
