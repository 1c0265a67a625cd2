package io.soam.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RisingTest {

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final Rising rising = new Rising();

    @Test
    void countsWhatIsNew_whoeverComesAndGoes() {
        assertThat(rising.add(Map.of(first, 100L))).isZero();
        assertThat(rising.add(Map.of(first, 110L))).isEqualTo(10);
        assertThat(rising.add(Map.of(first, 110L, second, 5_000L))).isEqualTo(10);
        assertThat(rising.add(Map.of(first, 111L, second, 5_002L))).isEqualTo(13);
        assertThat(rising.add(Map.of(second, 5_003L))).isEqualTo(14);
        assertThat(rising.add(Map.of(first, 0L, second, 5_003L))).isEqualTo(14);
    }
}
