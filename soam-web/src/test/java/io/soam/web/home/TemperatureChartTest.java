package io.soam.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.answers.boundary.Answer;
import io.soam.answers.boundary.TemperatureAverage;
import io.soam.web.home.TemperatureChart.Point;
import io.soam.web.home.TemperatureChart.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemperatureChartTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void drawsTheFirstEightSensorsByName() {
        TemperatureChart chart =
                chart(IntStream.rangeClosed(1, 12).mapToObj(i -> row("s_" + i, -5, 20, 1)), HOUR);
        assertThat(chart.series()).extracting(Series::sensor).first().isEqualTo("s_1");
        assertThat(chart.series()).extracting(Series::sensor).last().isEqualTo("s_8");
        assertThat(chart.sensorTotal()).isEqualTo(12);
        assertThat(chart.sensors()).hasSize(12);
    }

    @Test
    void drawsWhatWasChosen() {
        Answer<TemperatureAverage> answer =
                new Answer<>(List.of(row("a", -1, 20, 1), row("b", -1, 21, 1)), NOON, null);
        TemperatureChart chart = TemperatureChart.of(answer, HOUR, NOON, 27, Set.of("b", "gone"));
        assertThat(chart.series()).extracting(Series::sensor).containsExactly("b");
    }

    @Test
    void leavesOutWhatIsOlderThanTheRange() {
        TemperatureChart chart = chart(Stream.of(row("a", -90, 20, 1), row("a", -5, 21, 1)), HOUR);
        assertThat(chart.series().get(0).points())
                .containsExactly(new Point(NOON.minusSeconds(300), 21));
    }

    @Test
    void weighsWindowsByTheirReadingsWhenADayIsDrawn() {
        TemperatureChart chart =
                chart(Stream.of(row("a", -5, 20, 9), row("a", -4, 30, 1)), Duration.ofHours(24));
        assertThat(chart.stepSeconds()).isEqualTo(300);
        assertThat(chart.series().get(0).points())
                .containsExactly(new Point(NOON.minusSeconds(300), 21));
    }

    @Test
    void keepsALineToAFewHundredPoints() {
        assertThat(TemperatureChart.step(Duration.ofMinutes(15))).isEqualTo(Duration.ofMinutes(1));
        assertThat(TemperatureChart.step(HOUR)).isEqualTo(Duration.ofMinutes(1));
        assertThat(TemperatureChart.step(Duration.ofHours(24))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void knowsItsStates() {
        assertThat(state(List.of(), null, null)).isEqualTo(CardState.LOADING);
        assertThat(state(List.of(), NOON, null)).isEqualTo(CardState.EMPTY);
        assertThat(state(List.of(row("a", -600, 1, 1)), NOON, null)).isEqualTo(CardState.EMPTY);
        assertThat(state(List.of(row("a", -1, 1, 1)), NOON, null)).isEqualTo(CardState.READY);
        assertThat(state(List.of(row("a", -1, 1, 1)), NOON, "why")).isEqualTo(CardState.STALE);
        assertThat(state(List.of(), null, "why")).isEqualTo(CardState.ERROR);
    }

    private static CardState state(List<TemperatureAverage> rows, Instant asOf, String why) {
        return TemperatureChart.of(new Answer<>(rows, asOf, why), HOUR, NOON, 27, Set.of()).state();
    }

    private static TemperatureChart chart(Stream<TemperatureAverage> rows, Duration range) {
        return TemperatureChart.of(
                new Answer<>(rows.toList(), NOON, null), range, NOON, 27, Set.of());
    }

    private static TemperatureAverage row(String sensor, int minute, double value, long readings) {
        Instant start = NOON.plus(Duration.ofMinutes(minute));
        return new TemperatureAverage(sensor, start, start.plusSeconds(60), value, readings, NOON);
    }
}
