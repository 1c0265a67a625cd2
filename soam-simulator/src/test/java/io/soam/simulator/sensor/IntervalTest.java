package io.soam.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "5..15s, PT5S, PT15S",
        "200..500ms, PT0.2S, PT0.5S",
        "10s, PT10S, PT10S",
        "10, PT10S, PT10S"
    })
    void readsItsNotation(String text, Duration shortest, Duration longest) {
        assertThat(Interval.parse(text)).isEqualTo(new Interval(shortest, longest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5m", "5-15s", "five", "-1s", "5..15m"})
    void refusesOtherNotations(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.parse(text))
                .withMessageContaining("is no interval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "15..5s"})
    void refusesWhatIsEmpty(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.parse(text))
                .withMessageContaining("longer than zero");
    }

    @Property(tries = 200)
    void drawsWithinItsBounds(@ForAll long seed) {
        Duration drawn = Interval.parse("5..15s").draw(new Chance(seed));

        assertThat(drawn).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    @Test
    void drawsItsOnlyValue() {
        assertThat(Interval.parse("10s").draw(new Chance(1))).isEqualTo(Duration.ofSeconds(10));
    }
}
