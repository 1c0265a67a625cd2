package io.soam.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficCounterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Property(tries = 200)
    void countsWithinItsRanges(@ForAll long seed) {
        TrafficCounter counter = new TrafficCounter("t", new Chance(seed));
        for (int i = 0; i < 50; i++) {
            ObjectNode reading = counter.measure(NOW);
            assertThat(reading.get("vehicle_count").longValue()).isBetween(5L, 200L);
            assertThat(reading.get("average_speed_kph").doubleValue()).isBetween(10.0, 60.0);
            assertThat(TrafficCounter.SEGMENTS).contains(reading.get("road_segment").textValue());
            assertThat(reading.get("congestion").textValue()).isIn("low", "medium", "high");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "101, 19.9, HIGH",
        "100, 19.9, MEDIUM",
        "101, 20, MEDIUM",
        "50, 39.9, MEDIUM",
        "51, 40, MEDIUM",
        "50, 40, LOW",
    })
    void congestionFollowsFromCountAndSpeed(long vehicles, double speed, Congestion congestion) {
        assertThat(Congestion.of(vehicles, speed)).isEqualTo(congestion);
    }
}
