package io.soam.simulator.smartbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SmartBinTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Property(tries = 200)
    void asksToBeCollectedAbove85PerCent(@ForAll long seed) {
        for (ObjectNode reading : readings(seed, 200)) {
            double fill = reading.get("fill_level_percent").doubleValue();
            assertThat(fill).isBetween(0.0, 100.0);
            assertThat(reading.get("status").textValue())
                    .isEqualTo(fill > 85 ? "needs_collection" : "ok");
            assertThat(SmartBin.LOCATIONS).contains(reading.get("location").textValue());
        }
    }

    @Property(tries = 50)
    void fillsUntilItIsEmptied(@ForAll long seed) {
        List<ObjectNode> readings = readings(seed, 500);

        assertThat(readings)
                .extracting(reading -> reading.get("fill_level_percent").doubleValue())
                .anyMatch(fill -> fill > 85)
                .contains(0.0);
    }

    private static List<ObjectNode> readings(long seed, int count) {
        SmartBin bin = new SmartBin("b", new Chance(seed));
        return Stream.generate(() -> bin.measure(NOW)).limit(count).toList();
    }
}
