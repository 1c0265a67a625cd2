package io.soam.spark.enrichment;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A batch whose rows have been refined once, are kept, and contain each message once.
 *
 * @param refined the rows, in the columns of {@link RefinedRows}
 * @param summarized the same in the columns of {@link SummaryColumns}; for what silver holds
 *     already, silver's rows in their stead
 * @param summary of {@code summarized}
 * @param ids of all messages of the batch, pairs of longs
 * @param hasSilver whether silver holds the rows already, from an interrupted attempt
 * @param duplicates how many redelivered messages were left out
 * @param kept datasets to let go of when the batch is done
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of millions of ids, never compared
record IdentifiedBatch(
        Dataset<Row> refined,
        Dataset<Row> summarized,
        BatchSummary summary,
        long[] ids,
        boolean hasSilver,
        long duplicates,
        List<Dataset<Row>> kept)
        implements AutoCloseable {

    @Override
    public void close() {
        kept.forEach(Dataset::unpersist);
    }
}
