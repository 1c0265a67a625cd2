package io.soam.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant RECORDED = Instant.parse("2018-01-01T10:00:00Z");

    @Test
    void tenfoldSpeed_shortensTheGapsAndKeepsTheOrder() {
        Pace pace = Pace.speed(10, NOW);

        assertThat(LongStream.of(0, 20, 10, -10).mapToObj(gap -> plan(pace, gap)))
                .containsExactly(NOW, NOW.plusSeconds(2), NOW.plusSeconds(1), NOW.minusSeconds(1));
    }

    @Property(tries = 200)
    void normalSpeed_keepsEveryGap(@ForAll @LongRange(min = -100_000, max = 100_000) long gap) {
        Pace pace = Pace.speed(1, NOW);
        plan(pace, 0);

        assertThat(Duration.between(NOW, plan(pace, gap))).isEqualTo(Duration.ofSeconds(gap));
    }

    @Test
    void withoutATime_thereIsNoPlaceInTime() {
        Pace pace = Pace.speed(1, NOW);

        assertThat(pace.plan(Optional.empty())).isEmpty();
        assertThat(plan(pace, 0)).isEqualTo(NOW);
    }

    @Property(tries = 100)
    void rate_spreadsEvenly(@ForAll @IntRange(min = 1, max = 10_000) int perSecond) {
        Pace pace = Pace.rate(perSecond, NOW);
        for (int i = 0; i < perSecond; i++) {
            pace.plan(Optional.empty());
        }

        assertThat(pace.plan(Optional.empty())).contains(NOW.plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"10x, 10", "0.5x, 0.5", "3, 3"})
    void speedIsWrittenWithAnX(String text, double factor) {
        assertThat(Speed.parse(text).factor()).isEqualTo(factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "0x", "-1x", "x10"})
    void anythingElse_isNoSpeed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Speed.parse(text))
                .withMessageContaining("is no speed");
    }

    private static Instant plan(Pace pace, long gap) {
        return pace.plan(Optional.of(RECORDED.plusSeconds(gap))).orElseThrow();
    }
}
