package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Adds a batch's windows to the table of averages. The table keeps sums and counts, so that late
 * readings correct their window: 20 and 22 give 21, a late 24 makes it 22.
 */
final class Averages {

    private Averages() {}

    /** Puts the windows into the table. */
    static void add(Lake lake, Map<WindowKey, WindowSums> windows, long batchId) {
        Set<String> partitions =
                windows.keySet().stream()
                        .map(WindowKey::partition)
                        .collect(Collectors.toCollection(TreeSet::new));
        Dataset<Row> merged =
                merge(lake.read(LakeTable.AVERAGES, partitions), rows(lake, windows, batchId));
        lake.replacePartitions(LakeTable.AVERAGES, partitions, merged.coalesce(1), batchId);
    }

    private static Dataset<Row> rows(Lake lake, Map<WindowKey, WindowSums> windows, long batchId) {
        List<Row> rows =
                windows.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), batchId))
                        .toList();
        return lake.spark().createDataFrame(rows, LakeTable.AVERAGES.schema());
    }

    private static Row row(WindowKey key, WindowSums sums, long batchId) {
        return RowFactory.create(
                key.sensorId(),
                key.start(),
                key.end(),
                null,
                BatchSummary.instant(sums.firstEnrichedMicros()),
                sums.sum(),
                sums.count(),
                sums.min(),
                sums.max(),
                batchId,
                key.partition());
    }

    /** The windows of both, those of one sensor and minute added up. */
    static Dataset<Row> merge(Dataset<Row> table, Dataset<Row> added) {
        return table.unionByName(added)
                .groupBy("sensorId", "time_start", "time_end", "time_partition")
                .agg(
                        min("min_enrichment_ts").as("min_enrichment_ts"),
                        sum("sum_temp").as("sum_temp"),
                        sum("reading_count").as("reading_count"),
                        min("min_temp").as("min_temp"),
                        max("max_temp").as("max_temp"),
                        max("batch_id").as("batch_id"))
                .withColumn("avg_temp", expr("round(sum_temp / reading_count, 2)"));
    }
}
