package io.soam.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void bucketsAreCumulativeAndIncludeTheirBound() {
        Histogram histogram = new Histogram(1, 5);
        histogram.record(0.5);
        histogram.record(1);
        histogram.record(3, 2);
        histogram.record(100);

        assertThat(histogram.cumulative(0)).isEqualTo(2);
        assertThat(histogram.cumulative(1)).isEqualTo(4);
        assertThat(histogram.cumulative(2)).isEqualTo(5);
        assertThat(histogram.count()).isEqualTo(5);
        assertThat(histogram.sum()).isEqualTo(107.5);
    }
}
