package io.soam.simulator.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AirQualitySensorTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Property(tries = 200)
    void measuresWhatTheAirOfItsPlaceMayContain(@ForAll long seed) {
        AirQualitySensor sensor = new AirQualitySensor("a", new Chance(seed));
        for (int i = 0; i < 50; i++) {
            ObjectNode reading = sensor.measure(NOW);
            boolean industrial = reading.get("location").textValue().equals("Industrial Park");
            double monoxide = reading.get("carbon_monoxide_ppm").doubleValue();
            double dioxide = reading.get("nitrogen_dioxide_ppm").doubleValue();
            double dust = reading.get("particulate_matter_2_5_ug_m3").doubleValue();
            assertThat(monoxide).isBetween(industrial ? 5 : 0.1, industrial ? 15.0 : 5);
            assertThat(dioxide).isBetween(industrial ? 0.1 : 0.01, industrial ? 0.5 : 0.2);
            assertThat(dust).isBetween(industrial ? 20.0 : 5, industrial ? 50.0 : 25);
        }
    }

    @Property(tries = 50)
    void repeatsItselfWithTheSameSeed(@ForAll long seed) {
        assertThat(new AirQualitySensor("a", new Chance(seed)).measure(NOW))
                .isEqualTo(new AirQualitySensor("a", new Chance(seed)).measure(NOW))
                .isNotEqualTo(new AirQualitySensor("a", new Chance(seed + 1)).measure(NOW));
    }

    @Test
    void knowsFourPlaces() {
        Set<String> places = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            ObjectNode reading = new AirQualitySensor("a", new Chance(seed)).measure(NOW);
            places.add(reading.get("location").textValue());
        }
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "City Center", "Industrial Park", "Residential Area", "Parkside");
    }

    @Test
    void namesItsFieldsAsDataProvidersKnowThem() {
        assertThat(new AirQualitySensor("a", new Chance(1)).measure(NOW).fieldNames())
                .toIterable()
                .containsExactly(
                        "sensor_id",
                        "location",
                        "carbon_monoxide_ppm",
                        "nitrogen_dioxide_ppm",
                        "particulate_matter_2_5_ug_m3",
                        "timestamp");
    }
}
