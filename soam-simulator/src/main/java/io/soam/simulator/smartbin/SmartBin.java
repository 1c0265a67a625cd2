package io.soam.simulator.smartbin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Sensor;
import io.soam.simulator.sensor.Values;
import java.time.Instant;
import java.util.List;

/** A bin that fills little by little and is emptied some time after it has asked for that. */
final class SmartBin implements Sensor {

    static final List<String> LOCATIONS =
            List.of("Main Square", "Central Station", "City Park", "Harbour Promenade");

    private static final double FULL = 100;
    private static final double ASKS_FROM = 85;
    private static final double MOST_LITTER = 3;
    private static final double COLLECTED = 0.1;
    private static final int DIGITS = 1;

    private final String id;
    private final String location;
    private final Chance chance;
    private double fill;

    SmartBin(String id, Chance chance) {
        this.id = id;
        this.chance = chance;
        this.location = chance.oneOf(LOCATIONS);
        this.fill = chance.between(0, FULL);
    }

    @Override
    public ObjectNode measure(Instant at) {
        boolean collected = fill > ASKS_FROM && chance.happens(COLLECTED);
        fill = collected ? 0 : Math.min(FULL, fill + chance.between(0, MOST_LITTER));
        var shown = Values.rounded(fill, DIGITS);
        return JsonNodeFactory.instance
                .objectNode()
                .put("sensor_id", id)
                .put("location", location)
                .put("fill_level_percent", shown)
                .put("status", shown.doubleValue() > ASKS_FROM ? "needs_collection" : "ok")
                .put("timestamp", Values.timestamp(at));
    }
}
