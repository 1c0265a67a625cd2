package io.soam.spark.enrichment;

import io.soam.domain.alert.AlertEpisode;
import io.soam.domain.alert.TemperatureReading;
import io.soam.domain.alert.TemperatureWatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;

/** Follows the readings of one sensor across its limit. */
final class FollowSensor implements FlatMapGroupsFunction<String, Row, Row> {

    private static final long serialVersionUID = 1L;

    private final double threshold;
    private final long batchId;
    private final HashMap<String, Row> open;

    /**
     * @param open rows of the open episodes by sensor
     */
    FollowSensor(double threshold, long batchId, Map<String, Row> open) {
        this.threshold = threshold;
        this.batchId = batchId;
        this.open = new HashMap<>(open);
    }

    @Override
    public Iterator<Row> call(String sensorId, Iterator<Row> rows) {
        List<TemperatureReading> readings = new ArrayList<>();
        rows.forEachRemaining(
                row ->
                        readings.add(
                                new TemperatureReading(
                                        row.getInstant(1), row.getDouble(2), row.getString(3))));
        Row openRow = open.get(sensorId);
        AlertEpisode episode = openRow == null ? null : AlertRows.episode(openRow);
        return TemperatureWatch.follow(sensorId, episode, readings, threshold).stream()
                .map(changed -> AlertRows.row(changed, batchId))
                .iterator();
    }
}
