package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;

import io.soam.spark.catalogue.CommittedBatch;
import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/** Reads from the tables which messages some batches have refined. */
final class RecentIds implements FlatMapFunction<Iterator<InternalRow>, Map<Instant, long[]>> {

    private static final long serialVersionUID = 1L;

    private static final List<LakeTable> TABLES =
            List.of(LakeTable.SILVER, LakeTable.UNREADABLE, LakeTable.WAITING);

    private final Map<Long, Instant> segmentOfBatch;

    private RecentIds(Map<Long, Instant> segmentOfBatch) {
        this.segmentOfBatch = segmentOfBatch;
    }

    /**
     * Adds what the committed batches have refined; an open batch does not count, because it will
     * be repeated.
     */
    static void load(Lake lake, List<CommittedBatch> batches, Instant now, RecentMessages into) {
        if (batches.isEmpty()) {
            return;
        }
        Map<Long, Instant> segments = new HashMap<>();
        batches.forEach(b -> segments.put(b.id(), RecentMessages.segment(now.minus(b.age()))));
        List<Map<Instant, long[]>> partitions =
                rows(lake, batches)
                        .queryExecution()
                        .toRdd()
                        .toJavaRDD()
                        .mapPartitions(new RecentIds(segments))
                        .collect();
        // The oldest first, so that they are what is forgotten if memory is short.
        for (Instant segment : new TreeSet<>(segments.values())) {
            for (Map<Instant, long[]> partition : partitions) {
                into.addAll(partition.getOrDefault(segment, new long[0]), segment);
            }
        }
    }

    private static Dataset<Row> rows(Lake lake, List<CommittedBatch> batches) {
        Column wanted = isOf(batches);
        return TABLES.stream()
                .map(table -> lake.read(table).filter(wanted).select("message_id", "batch_id"))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /** By dates whole partitions are left out, by batches most files of the rest. */
    private static Column isOf(List<CommittedBatch> batches) {
        Instant first = batches.get(0).firstReceivedAt();
        Instant last = batches.get(0).lastReceivedAt();
        long oldest = batches.get(0).id();
        long newest = oldest;
        for (CommittedBatch batch : batches) {
            first = batch.firstReceivedAt().isBefore(first) ? batch.firstReceivedAt() : first;
            last = batch.lastReceivedAt().isAfter(last) ? batch.lastReceivedAt() : last;
            oldest = Math.min(oldest, batch.id());
            newest = Math.max(newest, batch.id());
        }
        return col("received_date")
                .between(date(first), date(last))
                .and(col("batch_id").between(oldest, newest))
                .and(col("message_id").isNotNull());
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public Iterator<Map<Instant, long[]>> call(Iterator<InternalRow> rows) {
        Map<Instant, IdList> bySegment = new HashMap<>();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            Instant segment = segmentOfBatch.get(row.getLong(1));
            if (segment != null) {
                bySegment
                        .computeIfAbsent(segment, s -> new IdList())
                        .add(row.getUTF8String(0).toString());
            }
        }
        Map<Instant, long[]> arrays = new HashMap<>();
        bySegment.forEach((segment, ids) -> arrays.put(segment, ids.toArray()));
        return List.of(arrays).iterator();
    }
}
