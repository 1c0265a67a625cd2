package io.soam.simulator.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Drift;
import io.soam.simulator.sensor.Sensor;
import io.soam.simulator.sensor.Values;
import java.time.Instant;
import java.util.List;

/** A counter at one of four road segments: the fuller the road, the slower its traffic. */
final class TrafficCounter implements Sensor {

    static final List<String> SEGMENTS =
            List.of("Ring Road North", "Harbour Bridge", "Station Street", "Airport Motorway");

    private static final double DRIFT = 0.08;
    private static final double FEWEST = 5;
    private static final double MOST = 200;
    private static final double SLOWEST = 10;
    private static final double FASTEST = 60;
    private static final double SPEED_NOISE = 5;

    private final String id;
    private final String segment;
    private final Chance chance;
    private final Drift load;

    TrafficCounter(String id, Chance chance) {
        this.id = id;
        this.chance = chance;
        this.segment = chance.oneOf(SEGMENTS);
        this.load = new Drift(chance, DRIFT);
    }

    @Override
    public ObjectNode measure(Instant at) {
        double full = load.next();
        long vehicles = Math.round(FEWEST + full * (MOST - FEWEST));
        var speed = Values.rounded(speed(full), 1);
        return JsonNodeFactory.instance
                .objectNode()
                .put("sensor_id", id)
                .put("road_segment", segment)
                .put("vehicle_count", vehicles)
                .put("average_speed_kph", speed)
                .put("congestion", Congestion.of(vehicles, speed.doubleValue()).text())
                .put("timestamp", Values.timestamp(at));
    }

    private double speed(double full) {
        double expected = FASTEST - full * (FASTEST - SLOWEST);
        double noisy = expected + chance.between(-SPEED_NOISE, SPEED_NOISE);
        return Math.max(SLOWEST, Math.min(FASTEST, noisy));
    }
}
