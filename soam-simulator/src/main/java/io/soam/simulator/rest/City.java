package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Chance;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sensors of the city. */
final class City {

    private final Map<String, SensorGroup> groups = new LinkedHashMap<>();
    private final Clock clock;

    City(Chance chance, Clock clock) {
        this.clock = clock;
        for (SensorKind kind : SensorKind.values()) {
            groups.put(kind.path(), new SensorGroup(kind, chance.split()));
        }
    }

    /** Lets some sensors of each kind measure now. */
    void measure() {
        Instant now = clock.instant();
        groups.values().forEach(group -> group.measure(now));
    }

    /** The sensors of a kind by its name in paths. */
    Optional<SensorGroup> group(String path) {
        return Optional.ofNullable(groups.get(path));
    }

    /** The newest records of all kinds, oldest first. */
    List<ObjectNode> newest(int limit) {
        List<ObjectNode> all =
                groups.values().stream()
                        .flatMap(group -> group.records().newest(Records.CAPACITY).stream())
                        .sorted(Comparator.comparing(record -> record.get("timestamp").textValue()))
                        .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }
}
