package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;

import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Raises, extends and clears temperature alerts. The open episodes are kept in memory as long as
 * batch follows batch; whoever cannot be sure that they match the table calls {@link #forget}.
 */
final class Alerts {

    private final Lake lake;
    private Map<String, Row> open;

    Alerts(Lake lake) {
        this.lake = lake;
    }

    /** Reads the open episodes anew before the next use. */
    void forget() {
        open = null;
    }

    /**
     * Follows a batch's readings.
     *
     * @param readings silver rows with the columns of {@link SummaryColumns}
     * @param windows of the same rows; they tell which sensors need a closer look
     */
    Changes follow(
            Dataset<Row> readings,
            Map<WindowKey, WindowSums> windows,
            double threshold,
            long batchId) {
        Set<String> candidates = candidates(windows, threshold);
        if (candidates.isEmpty()) {
            return new Changes(List.of(), 0, 0);
        }
        Map<String, Row> before = open();
        List<Row> changed =
                readings.filter(
                                col("kind")
                                        .equalTo(Kind.SILVER.code())
                                        .and(col("temperature").isNotNull())
                                        .and(col("sensor_id").isin(candidates.toArray())))
                        .select("sensor_id", "timestamp", "temperature", "message_id")
                        .groupByKey(
                                (MapFunction<Row, String>) row -> row.getString(0),
                                Encoders.STRING())
                        .flatMapGroups(
                                new FollowSensor(threshold, batchId, before),
                                Encoders.row(LakeTable.ALERTS.schema()))
                        .collectAsList();
        long raised = changed.stream().filter(row -> isNew(row, before)).count();
        long cleared = changed.stream().filter(row -> !AlertRows.isOpen(row)).count();
        return new Changes(changed, raised, cleared);
    }

    /** Writes changes to the table and remembers them. */
    void apply(Changes changes, long batchId) {
        Dataset<Row> rows =
                lake.spark().createDataFrame(changes.rows(), LakeTable.ALERTS.schema()).as("s");
        lake.merge(
                LakeTable.ALERTS,
                batchId,
                table ->
                        table.merge(
                                        rows,
                                        col("t.sensorId")
                                                .equalTo(col("s.sensorId"))
                                                .and(
                                                        col("t.raised_at")
                                                                .equalTo(col("s.raised_at"))))
                                .whenMatched()
                                .updateAll()
                                .whenNotMatched()
                                .insertAll()
                                .execute());
        for (Row row : changes.rows()) {
            if (AlertRows.isOpen(row)) {
                open().put(row.getString(0), row);
            } else {
                open().remove(row.getString(0));
            }
        }
    }

    private Set<String> candidates(Map<WindowKey, WindowSums> windows, double threshold) {
        Set<String> known = open().keySet();
        Set<String> candidates = new HashSet<>();
        windows.forEach(
                (window, sums) -> {
                    if (sums.max() > threshold || known.contains(window.sensorId())) {
                        candidates.add(window.sensorId());
                    }
                });
        return candidates;
    }

    private Map<String, Row> open() {
        if (open == null) {
            open =
                    lake
                            .read(LakeTable.ALERTS)
                            .filter(col("cleared_at").isNull())
                            .collectAsList()
                            .stream()
                            .collect(
                                    Collectors.toMap(
                                            row -> row.getString(0),
                                            row -> row,
                                            (one, other) -> other,
                                            HashMap::new));
        }
        return open;
    }

    private static boolean isNew(Row row, Map<String, Row> before) {
        Row known = before.get(row.getString(0));
        return known == null || !known.getInstant(4).equals(row.getInstant(4));
    }

    /**
     * What a batch changes.
     *
     * @param rows of the table of alerts
     * @param raised episodes that begin
     * @param cleared episodes that end
     */
    record Changes(List<Row> rows, long raised, long cleared) {}
}
