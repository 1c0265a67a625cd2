package io.soam.schema.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.soam.domain.schema.Distinct;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctSketchTest {

    @Test
    void fewAreCountedExactly_alsoAfterReading() {
        Distinct sketch = DistinctSketch.ALL.ofSensors();
        Random random = new Random(1);
        for (int i = 0; i < 256; i++) {
            long hash = random.nextLong();
            sketch.add(hash);
            sketch.add(hash);
        }
        sketch.add(0);

        assertThat(sketch.isExact()).isFalse();
        Distinct few = DistinctSketch.ALL.ofSensors();
        few.add(0);
        few.add(0);
        few.add(Long.MIN_VALUE);
        Distinct read = DistinctSketch.ALL.read(few.toBytes());
        assertThat(read.estimate()).isEqualTo(2);
        assertThat(read.isExact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 255, 256, 257, 1_000, 20_000, 500_000})
    void sensorsAreEstimatedWithinFivePerCent_howeverTheyAreMerged(int count) {
        Random random = new Random(count);
        Distinct whole = DistinctSketch.ALL.ofSensors();
        Distinct odd = DistinctSketch.ALL.ofSensors();
        Distinct even = DistinctSketch.ALL.ofSensors();
        for (int i = 0; i < count; i++) {
            long hash = random.nextLong();
            whole.add(hash);
            (i % 10 == 1 ? odd : even).add(hash);
        }
        odd.merge(DistinctSketch.ALL.read(even.toBytes()));

        assertThat(whole.estimate()).isCloseTo(count, withinPercentage(5));
        assertThat(odd.estimate()).isEqualTo(whole.estimate());
        even.merge(odd);
        assertThat(even.estimate()).isEqualTo(whole.estimate());
        assertThat(whole.toBytes().length).isLessThan(4_096);
    }
}
