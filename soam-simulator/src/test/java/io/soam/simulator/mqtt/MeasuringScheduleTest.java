package io.soam.simulator.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Interval;
import io.soam.simulator.sensor.Sensor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MeasuringScheduleTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final Interval INTERVAL = Interval.parse("5..15s");

    @Test
    void letsAllMeasureAtTheStart() {
        MeasuringSchedule schedule = schedule(1);

        assertThat(onTime(schedule, 3))
                .extracting(reading -> reading.get("sensor_id").textValue())
                .containsExactly("a", "b", "c");
        assertThat(schedule.next()).isBetween(START.plusSeconds(5), START.plusSeconds(15));
    }

    @Property(tries = 50)
    void givesTheSameSequenceForTheSameSeed(@ForAll long seed) {
        assertThat(onTime(schedule(seed), 60)).isEqualTo(onTime(schedule(seed), 60));
    }

    @Test
    void doesNotCatchUpWhatItSlept() {
        MeasuringSchedule schedule = schedule(1);
        onTime(schedule, 3);

        Instant awake = schedule.next().plus(Duration.ofHours(1));
        schedule.measure(awake);
        onTime(schedule, 2);

        assertThat(schedule.next()).isAfter(awake);
    }

    @Test
    void keepsThePaceWhenALittleLate() {
        MeasuringSchedule late = schedule(7);
        MeasuringSchedule onTime = schedule(7);
        onTime(onTime, 30);

        for (int i = 0; i < 30; i++) {
            late.measure(late.next().plusMillis(200));
        }

        assertThat(late.next()).isEqualTo(onTime.next());
    }

    private static MeasuringSchedule schedule(long seed) {
        return new MeasuringSchedule(
                Stream.of("a", "b", "c").map(MeasuringScheduleTest::sensor).toList(),
                INTERVAL,
                START,
                new Chance(seed));
    }

    private static Sensor sensor(String id) {
        return at ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("sensor_id", id)
                        .put("timestamp", at.toString());
    }

    private static List<ObjectNode> onTime(MeasuringSchedule schedule, int count) {
        return Stream.generate(() -> schedule.measure(schedule.next())).limit(count).toList();
    }
}
