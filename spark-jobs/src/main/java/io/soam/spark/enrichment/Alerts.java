package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;

import io.soam.domain.alert.AlertEpisode;
import io.soam.domain.alert.TemperatureReading;
import io.soam.domain.alert.TemperatureWatch;
import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Raises, extends and clears temperature alerts. The open episodes are kept in memory as long as
 * batch follows batch; whoever cannot be sure that they match the table calls {@link #forget}.
 */
final class Alerts {

    private static final List<String> KEY = List.of("sensorId", "raised_at");

    private final Lake lake;
    private Map<String, AlertEpisode> open;

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
    Changes follow(Dataset<Row> readings, Map<WindowKey, WindowSums> windows, double threshold) {
        Set<String> candidates = candidates(windows, threshold);
        List<AlertEpisode> changed = new ArrayList<>();
        long raised = 0;
        if (!candidates.isEmpty()) {
            Map<String, List<TemperatureReading>> bySensor =
                    CandidateReadings.of(readings, candidates);
            for (String sensorId : candidates) {
                AlertEpisode before = open().get(sensorId);
                List<AlertEpisode> after =
                        TemperatureWatch.follow(
                                sensorId,
                                before,
                                bySensor.getOrDefault(sensorId, List.of()),
                                threshold);
                raised += after.stream().filter(episode -> isNew(episode, before)).count();
                changed.addAll(after);
            }
        }
        long cleared = changed.stream().filter(episode -> !episode.isOpen()).count();
        return new Changes(changed, raised, cleared);
    }

    /** Writes changes to the table and remembers them. */
    void apply(Changes changes, long batchId) {
        Set<String> partitions =
                changes.episodes().stream()
                        .map(episode -> AlertRows.partition(episode.raisedAt()))
                        .collect(Collectors.toCollection(TreeSet::new));
        Dataset<Row> merged =
                merge(lake.read(LakeTable.ALERTS, partitions), rows(changes, batchId));
        lake.replacePartitions(LakeTable.ALERTS, partitions, merged.coalesce(1), batchId);
        for (AlertEpisode episode : changes.episodes()) {
            if (episode.isOpen()) {
                open().put(episode.sensorId(), episode);
            } else {
                open().remove(episode.sensorId());
            }
        }
    }

    private Dataset<Row> rows(Changes changes, long batchId) {
        List<Row> rows =
                changes.episodes().stream()
                        .map(episode -> AlertRows.row(episode, batchId))
                        .toList();
        return lake.spark().createDataFrame(rows, LakeTable.ALERTS.schema());
    }

    /** The table's rows, those that have changed as they are now, and the new ones. */
    private static Dataset<Row> merge(Dataset<Row> table, Dataset<Row> changed) {
        Dataset<Row> keys = changed.selectExpr(KEY.toArray(String[]::new));
        return table.join(keys, KEY.toArray(String[]::new), "left_anti").unionByName(changed);
    }

    private Set<String> candidates(Map<WindowKey, WindowSums> windows, double threshold) {
        Set<String> candidates = new HashSet<>();
        windows.forEach(
                (window, sums) -> {
                    if (sums.max() > threshold || open().containsKey(window.sensorId())) {
                        candidates.add(window.sensorId());
                    }
                });
        return candidates;
    }

    private Map<String, AlertEpisode> open() {
        if (open == null) {
            Map<String, AlertEpisode> found = new HashMap<>();
            for (Row row :
                    lake.read(LakeTable.ALERTS)
                            .filter(col("cleared_at").isNull())
                            .collectAsList()) {
                AlertEpisode episode = AlertRows.episode(row);
                found.put(episode.sensorId(), episode);
            }
            open = found;
        }
        return open;
    }

    private static boolean isNew(AlertEpisode episode, AlertEpisode before) {
        return before == null || !before.raisedAt().equals(episode.raisedAt());
    }

    /**
     * What a batch changes.
     *
     * @param episodes those that have begun, changed or ended
     * @param raised how many begin
     * @param cleared how many end
     */
    record Changes(List<AlertEpisode> episodes, long raised, long cleared) {}
}
