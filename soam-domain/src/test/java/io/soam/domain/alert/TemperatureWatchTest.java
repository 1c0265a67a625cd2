package io.soam.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TemperatureWatchTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private static TemperatureReading at(int second, double celsius) {
        return new TemperatureReading(START.plusSeconds(second), celsius, "m" + second);
    }

    private static List<AlertEpisode> follow(AlertEpisode open, TemperatureReading... readings) {
        return TemperatureWatch.follow("s1", open, Arrays.asList(readings), 30);
    }

    @Test
    void hotTwice_alertsTwice() {
        List<AlertEpisode> episodes =
                follow(null, at(0, 29), at(1, 31), at(2, 33), at(3, 30), at(4, 32));
        assertThat(episodes)
                .containsExactly(
                        new AlertEpisode(
                                "s1",
                                START.plusSeconds(1),
                                31,
                                "m1",
                                30,
                                33,
                                2,
                                START.plusSeconds(2),
                                START.plusSeconds(3)),
                        AlertEpisode.raise("s1", at(4, 32), 30));
    }

    @Test
    void atTheLimitIsNotOverIt() {
        assertThat(follow(null, at(0, 30))).isEmpty();
    }

    @Test
    void anOpenEpisodeGoesOnInTheNextBatch() {
        AlertEpisode open = AlertEpisode.raise("s1", at(0, 31), 30);
        assertThat(follow(open, at(1, 35)))
                .singleElement()
                .returns(START, AlertEpisode::raisedAt)
                .returns(35.0, AlertEpisode::peak)
                .returns(2L, AlertEpisode::readings)
                .returns(true, AlertEpisode::isOpen);
        assertThat(follow(open)).isEmpty();
    }

    @Test
    void aLateReadingNeitherClearsNorMovesTheEndBack() {
        AlertEpisode open = AlertEpisode.raise("s1", at(10, 31), 30);
        assertThat(follow(open, at(5, 20))).isEmpty();
        assertThat(follow(open, at(5, 34)))
                .singleElement()
                .returns(START.plusSeconds(10), AlertEpisode::lastAt)
                .returns(34.0, AlertEpisode::peak);
    }

    @Property
    void cutIntoBatchesAnywhere_theEpisodesAreTheSame(
            @ForAll @Size(min = 1, max = 40)
                    List<@DoubleRange(min = 28, max = 32) Double> temperatures,
            @ForAll int cut) {
        List<TemperatureReading> readings = new ArrayList<>();
        for (int i = 0; i < temperatures.size(); i++) {
            readings.add(at(i, temperatures.get(i)));
        }
        int at = Math.floorMod(cut, readings.size());
        List<AlertEpisode> first = TemperatureWatch.follow("s1", null, readings.subList(0, at), 30);
        AlertEpisode open =
                first.isEmpty() || !first.get(first.size() - 1).isOpen()
                        ? null
                        : first.get(first.size() - 1);
        List<AlertEpisode> all =
                new ArrayList<>(open == null ? first : first.subList(0, first.size() - 1));
        List<AlertEpisode> rest =
                TemperatureWatch.follow("s1", open, readings.subList(at, readings.size()), 30);
        all.addAll(rest);
        if (rest.isEmpty() && open != null) {
            all.add(open);
        }
        assertThat(all).isEqualTo(TemperatureWatch.follow("s1", null, readings, 30));
    }
}
