package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;

import io.soam.spark.catalogue.CommittedState;
import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Reads from the tables which messages were refined lately, by time of reception. */
final class RecentIds implements FlatMapFunction<Iterator<InternalRow>, Map<Instant, long[]>> {

    private static final long serialVersionUID = 1L;

    private static final List<LakeTable> TABLES =
            List.of(LakeTable.SILVER, LakeTable.UNREADABLE, LakeTable.WAITING);

    private RecentIds() {}

    /**
     * Adds what the committed batches have refined; an open batch does not count, because it will
     * be repeated.
     */
    static void load(Lake lake, CommittedState committed, Duration keep, RecentMessages into) {
        Instant oldest = committed.lastReceivedAt().minus(keep);
        TABLES.stream()
                .map(table -> rows(lake, table, committed.batchId(), oldest))
                .reduce(Dataset::union)
                .orElseThrow()
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new RecentIds())
                .collect()
                .forEach(
                        partition ->
                                partition.forEach((segment, ids) -> into.addAll(ids, segment)));
    }

    private static Dataset<Row> rows(Lake lake, LakeTable table, long batchId, Instant oldest) {
        return lake.read(table)
                .filter(
                        col("received_at")
                                .geq(oldest)
                                .and(col("batch_id").leq(batchId))
                                .and(col("message_id").isNotNull()))
                .select("message_id", "received_at");
    }

    @Override
    public Iterator<Map<Instant, long[]>> call(Iterator<InternalRow> rows) {
        Map<Instant, IdList> bySegment = new HashMap<>();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            Instant segment = RecentMessages.segment(BatchSummary.instant(row.getLong(1)));
            bySegment
                    .computeIfAbsent(segment, s -> new IdList())
                    .add(row.getUTF8String(0).toString());
        }
        Map<Instant, long[]> arrays = new HashMap<>();
        bySegment.forEach((segment, ids) -> arrays.put(segment, ids.toArray()));
        return List.of(arrays).iterator();
    }
}
