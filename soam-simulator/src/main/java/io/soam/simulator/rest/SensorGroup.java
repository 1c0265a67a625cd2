package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Values;
import java.time.Instant;
import java.util.List;

/** Sensors of one kind, spread over the city, and what they have measured last. */
final class SensorGroup {

    private static final List<String> LOCATIONS =
            List.of("City Center", "Industrial Park", "Residential Area", "Parkside", "Harbour");
    private static final int MOST_AT_ONCE = 3;

    private final SensorKind kind;
    private final Chance chance;
    private final Records records = new Records();

    SensorGroup(SensorKind kind, Chance chance) {
        this.kind = kind;
        this.chance = chance;
    }

    SensorKind kind() {
        return kind;
    }

    Records records() {
        return records;
    }

    /** Lets one to three sensors measure. */
    void measure(Instant at) {
        long first = chance.whole(0, LOCATIONS.size() - 1);
        long count = chance.whole(1, MOST_AT_ONCE);
        for (long i = 0; i < count; i++) {
            int sensor = (int) ((first + i) % LOCATIONS.size());
            records.add(record(sensor, at));
        }
    }

    private ObjectNode record(int sensor, Instant at) {
        ObjectNode record =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("sensor_id", "rest_%s_%d".formatted(kind.type(), sensor + 1))
                        .put("type", kind.type())
                        .put("location", LOCATIONS.get(sensor));
        kind.measure(record, chance);
        return record.put("timestamp", Values.timestamp(at));
    }
}
