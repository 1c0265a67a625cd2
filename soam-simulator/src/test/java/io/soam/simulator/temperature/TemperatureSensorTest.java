package io.soam.simulator.temperature;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TemperatureSensorTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");

    @Property(tries = 200)
    void measuresWithinTheRangesOfTheHour(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 23) int hour) {
        int coldest = List.of(5, 15, 25, 15).get(hour / 6);
        int driest = List.of(60, 50, 30, 50).get(hour / 6);
        TemperatureSensor sensor = sensor(seed);

        for (int minute = 0; minute < 60; minute++) {
            ObjectNode reading = sensor.measure(at(hour, minute));
            assertThat(reading.get("temperature").doubleValue())
                    .isBetween(coldest - 1.0, coldest + 11.0);
            assertThat(reading.get("humidity").doubleValue())
                    .isBetween(driest - 5.0, driest + 35.0);
        }
    }

    @Property(tries = 50)
    void repeatsItselfWithTheSameSeed(@ForAll long seed) {
        assertThat(day(sensor(seed)))
                .isEqualTo(day(sensor(seed)))
                .isNotEqualTo(day(sensor(seed + 1)));
    }

    @Test
    void knowsTheTimeOfDayOfItsZone() {
        TemperatureSensor sensor =
                new TemperatureSensor("s", ZoneId.of("Asia/Tokyo"), new Chance(1));

        assertThat(sensor.measure(at(4, 0)).get("temperature").doubleValue()).isGreaterThan(20);
    }

    @Test
    void writesJsonWithEscapesAndMilliseconds() throws Exception {
        String id = "\"<b>\\ ü\n";
        String text = new TemperatureSensor(id, UTC, new Chance(1)).measure(MIDNIGHT).toString();

        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("sensor_id", "temperature", "humidity", "timestamp");
        assertThat(json.get("sensor_id").textValue()).isEqualTo(id);
        assertThat(json.get("temperature").isNumber()).isTrue();
        assertThat(json.get("humidity").isNumber()).isTrue();
        assertThat(json.get("timestamp").textValue()).isEqualTo("2026-11-24T00:00:00.000Z");
    }

    private static TemperatureSensor sensor(long seed) {
        return new TemperatureSensor("s", UTC, new Chance(seed));
    }

    private static List<ObjectNode> day(TemperatureSensor sensor) {
        return IntStream.range(0, 24).mapToObj(hour -> sensor.measure(at(hour, 0))).toList();
    }

    private static Instant at(int hour, int minute) {
        return MIDNIGHT.plusSeconds(3600L * hour + 60L * minute);
    }
}
