package io.soam.ingestion.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StallWatchTest {

    private final StallWatch watch = new StallWatch();
    private long count;

    @Test
    void aBusySourceThatFallsSilentForAMinute_isStalledOnce() {
        busy(30);

        assertThat(silent(5)).isZero();
        assertThat(silent(100)).isEqualTo(1);
    }

    @Test
    void aSourceThatWasNeverBusy_isNot() {
        for (int i = 0; i < 100; i++) {
            count += 3;
            assertThat(watch.stalled(count)).isFalse();
        }
        assertThat(silent(100)).isZero();
    }

    @Test
    void oneBurst_isNotBusy() {
        count = 100_000;
        assertThat(watch.stalled(count)).isFalse();

        assertThat(silent(100)).isZero();
    }

    @Test
    void aPauseShorterThanAMinute_isForgotten() {
        busy(30);
        silent(5);
        busy(1);

        assertThat(silent(5)).isZero();
    }

    private void busy(int ticks) {
        for (int i = 0; i < ticks; i++) {
            count += 1_000;
            assertThat(watch.stalled(count)).isFalse();
        }
    }

    private long silent(int ticks) {
        return IntStream.range(0, ticks).filter(i -> watch.stalled(count)).count();
    }
}
