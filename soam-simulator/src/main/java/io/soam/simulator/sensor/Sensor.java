package io.soam.simulator.sensor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One simulated device. All its chance comes from a seed, so that a run can be repeated. */
@FunctionalInterface
public interface Sensor {

    /**
     * What it measures now.
     *
     * @return a JSON object with at least {@code sensor_id} and {@code timestamp}
     */
    ObjectNode measure(Instant at);
}
