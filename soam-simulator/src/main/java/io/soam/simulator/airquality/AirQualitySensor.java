package io.soam.simulator.airquality;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Drift;
import io.soam.simulator.sensor.Sensor;
import io.soam.simulator.sensor.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One sensor at one of four places; what it measures drifts slowly. */
final class AirQualitySensor implements Sensor {

    static final List<String> LOCATIONS =
            List.of("City Center", "Industrial Park", "Residential Area", "Parkside");

    private static final double DRIFT = 0.05;
    private static final int DIGITS = 3;

    private final String id;
    private final String location;
    private final Air air;
    private final Drift carbonMonoxide;
    private final Drift nitrogenDioxide;
    private final Drift fineDust;

    AirQualitySensor(String id, Chance chance) {
        this.id = id;
        this.location = chance.oneOf(LOCATIONS);
        this.air = Air.at(location);
        this.carbonMonoxide = new Drift(chance, DRIFT);
        this.nitrogenDioxide = new Drift(chance, DRIFT);
        this.fineDust = new Drift(chance, DRIFT);
    }

    @Override
    public ObjectNode measure(Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sensor_id", id)
                .put("location", location)
                .put("carbon_monoxide_ppm", value(carbonMonoxide, air.carbonMonoxide()))
                .put("nitrogen_dioxide_ppm", value(nitrogenDioxide, air.nitrogenDioxide()))
                .put("particulate_matter_2_5_ug_m3", value(fineDust, air.fineDust()))
                .put("timestamp", Values.timestamp(at));
    }

    private static BigDecimal value(Drift drift, Air.Range range) {
        return Values.rounded(drift.next(range.low(), range.high()), DIGITS);
    }
}
