package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.delta.tables.DeltaTable;
import io.soam.spark.lake.LakeTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Adds a batch's windows to the table of averages. The table keeps sums and counts, so that late
 * readings correct their window: 20 and 22 give 21, a late 24 makes it 22.
 */
final class Averages {

    private Averages() {}

    /** The windows as rows of the table. */
    static Dataset<Row> rows(SparkSession spark, Map<WindowKey, WindowSums> windows, long batchId) {
        List<Row> rows =
                windows.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), batchId))
                        .toList();
        return spark.createDataFrame(rows, LakeTable.AVERAGES.schema());
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

    /** Merges rows of {@link #rows} into the table {@code t}. */
    static void merge(DeltaTable table, Dataset<Row> rows, Map<WindowKey, WindowSums> windows) {
        Dataset<Row> source =
                rows.withColumn("avg_temp", expr("round(sum_temp / reading_count, 2)")).as("s");
        table.merge(source, condition(windows))
                .whenMatched()
                .update(corrections())
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    /** The partitions are named one by one, so that no other hour's files are looked at. */
    private static Column condition(Map<WindowKey, WindowSums> windows) {
        Object[] partitions =
                windows.keySet().stream().map(WindowKey::partition).distinct().toArray();
        return col("t.time_partition")
                .isin(partitions)
                .and(col("t.time_partition").equalTo(col("s.time_partition")))
                .and(col("t.sensorId").equalTo(col("s.sensorId")))
                .and(col("t.time_start").equalTo(col("s.time_start")));
    }

    private static Map<String, Column> corrections() {
        Map<String, Column> set = new LinkedHashMap<>();
        set.put("sum_temp", expr("t.sum_temp + s.sum_temp"));
        set.put("reading_count", expr("t.reading_count + s.reading_count"));
        set.put(
                "avg_temp",
                expr("round((t.sum_temp + s.sum_temp) / (t.reading_count + s.reading_count), 2)"));
        set.put("min_temp", expr("least(t.min_temp, s.min_temp)"));
        set.put("max_temp", expr("greatest(t.max_temp, s.max_temp)"));
        set.put("min_enrichment_ts", expr("least(t.min_enrichment_ts, s.min_enrichment_ts)"));
        set.put("batch_id", col("s.batch_id"));
        return set;
    }
}
