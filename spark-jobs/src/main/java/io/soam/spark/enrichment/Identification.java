package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.soam.spark.enrichment.PartitionPass.PartitionResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes each message of a batch appear once: of equal ones in the batch one stays, and of those
 * refined before none does.
 *
 * <p>The first pass over the rows refines and keeps them and already adds them up. Only if it finds
 * duplicates, which is rare, are they taken out and the rest added up again.
 */
final class Identification {

    private final RecentMessages recent;

    Identification(RecentMessages recent) {
        this.recent = recent;
    }

    /**
     * Identifies the messages of a batch.
     *
     * @param refined the rows, not evaluated yet
     * @param silver the silver rows that the batch has written before it was interrupted; null if
     *     it has not
     * @param enrichedAt the moment that goes into the rows
     */
    IdentifiedBatch identify(Dataset<Row> refined, Dataset<Row> silver, Instant enrichedAt) {
        List<Dataset<Row>> kept = new ArrayList<>();
        boolean complete = false;
        try {
            IdentifiedBatch batch = identify(refined, silver, enrichedAt, kept);
            complete = true;
            return batch;
        } finally {
            if (!complete) {
                kept.forEach(Dataset::unpersist);
            }
        }
    }

    private IdentifiedBatch identify(
            Dataset<Row> refined, Dataset<Row> silver, Instant now, List<Dataset<Row>> kept) {
        Dataset<Row> all = keep(refined, kept);
        long reference = BatchSummary.micros(now);
        List<PartitionResult> pass =
                PartitionPass.over(SummaryColumns.ofRefined(all, lit(now)), reference);
        Repeats repeats = Repeats.find(pass, recent);
        Dataset<Row> unique = repeats.isEmpty() ? all : keep(repeats.removeFrom(all), kept);
        Dataset<Row> summarized = summarized(unique, silver, now);
        List<PartitionResult> last =
                unique == all && silver == null ? pass : PartitionPass.over(summarized, reference);
        BatchSummary summary = new BatchSummary(reference);
        last.forEach(result -> summary.addAll(result.summary()));
        return new IdentifiedBatch(
                unique, summarized, summary, ids(pass), silver != null, repeats.count(), kept);
    }

    private static Dataset<Row> keep(Dataset<Row> rows, List<Dataset<Row>> kept) {
        Dataset<Row> persisted = rows.persist();
        kept.add(persisted);
        return persisted;
    }

    private static Dataset<Row> summarized(Dataset<Row> refined, Dataset<Row> silver, Instant now) {
        return silver == null
                ? SummaryColumns.ofRefined(refined, lit(now))
                : SummaryColumns.ofRefined(
                                refined.filter(col("kind").notEqual(Kind.SILVER.code())), lit(now))
                        .union(SummaryColumns.ofSilver(silver));
    }

    private static long[] ids(List<PartitionResult> pass) {
        long[] ids = new long[pass.stream().mapToInt(result -> result.ids().length).sum()];
        int at = 0;
        for (PartitionResult result : pass) {
            System.arraycopy(result.ids(), 0, ids, at, result.ids().length);
            at += result.ids().length;
        }
        return ids;
    }
}
