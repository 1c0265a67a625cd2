package io.soam.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorKindTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Property(tries = 100)
    void staysWithinItsRanges(@ForAll long seed) {
        for (JsonNode record : records(SensorKind.TEMPERATURE, seed)) {
            within(record, "temperature", 15, 35);
            within(record, "humidity", 30, 90);
            within(record, "battery_level", 70, 100);
        }
        for (JsonNode record : records(SensorKind.AIR_QUALITY, seed)) {
            within(record, "pm25", 5, 50);
            within(record, "pm10", 10, 80);
            within(record, "co", 0.1, 5);
            within(record, "no2", 5, 40);
            within(record, "o3", 20, 150);
            within(record, "aqi", 20, 150);
        }
        for (JsonNode record : records(SensorKind.TRAFFIC, seed)) {
            within(record, "vehicle_count", 0, 150);
            within(record, "average_speed", 10, 80);
            assertThat(record.get("congestion").textValue())
                    .isIn("low", "moderate", "high", "critical");
        }
        for (JsonNode record : records(SensorKind.PARKING, seed)) {
            within(record, "occupied_spots", 0, 100);
            within(record, "total_spots", 100, 100);
            within(record, "average_duration", 30, 240);
            assertThat(record.get("occupancy_rate").doubleValue())
                    .isEqualTo(record.get("occupied_spots").doubleValue() / 100);
        }
        for (JsonNode record : records(SensorKind.ENERGY, seed)) {
            within(record, "current_consumption_kw", 100, 500);
            within(record, "voltage", 220, 240);
            within(record, "power_factor", 0.85, 0.95);
            within(record, "frequency", 49.8, 50.2);
            assertThat(record.get("daily_consumption_kwh").doubleValue())
                    .isBetween(2400.0, 12_000.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, sensor_id type location temperature humidity battery_level timestamp",
        "AIR_QUALITY, sensor_id type location pm25 pm10 co no2 o3 aqi timestamp",
        "TRAFFIC, sensor_id type location vehicle_count average_speed congestion incident weather timestamp",
        "PARKING, sensor_id type location occupied_spots total_spots occupancy_rate average_duration peak_hours timestamp",
        "ENERGY, sensor_id type location meter_id current_consumption_kw daily_consumption_kwh voltage power_factor frequency timestamp",
    })
    void namesItsFields(SensorKind kind, String fields) {
        assertThat(records(kind, 1).get(0).fieldNames())
                .toIterable()
                .containsExactly(fields.split(" "));
    }

    @Property(tries = 50)
    void oneToThreeSensorsMeasureAtOnce(@ForAll long seed) {
        SensorGroup group = new SensorGroup(SensorKind.PARKING, new Chance(seed));

        group.measure(NOW);

        assertThat(group.records().newest(10))
                .hasSizeBetween(1, 3)
                .extracting(record -> record.get("sensor_id").textValue())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 20)
    void keepsTheNewestHundred(@ForAll long seed) {
        SensorGroup group = new SensorGroup(SensorKind.ENERGY, new Chance(seed));
        for (int second = 0; second < 200; second++) {
            group.measure(NOW.plusSeconds(second));
        }

        List<ObjectNode> kept = group.records().newest(1000);
        assertThat(kept).hasSize(100);
        assertThat(kept)
                .extracting(record -> record.get("timestamp").textValue())
                .isSorted()
                .endsWith("2026-11-24T10:03:19.000Z");
    }

    private static List<ObjectNode> records(SensorKind kind, long seed) {
        SensorGroup group = new SensorGroup(kind, new Chance(seed));
        for (int i = 0; i < 20; i++) {
            group.measure(NOW);
        }
        return group.records().newest(100);
    }

    private static void within(JsonNode record, String field, double low, double high) {
        assertThat(record.get(field).doubleValue()).as(field).isBetween(low, high);
    }
}
