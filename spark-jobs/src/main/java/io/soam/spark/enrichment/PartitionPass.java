package io.soam.spark.enrichment;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * One pass over rows with the columns of {@link SummaryColumns}: adds them up and gathers their
 * ids. Works on Spark's own rows, because making objects of every map would cost more than the
 * rest.
 */
final class PartitionPass
        implements FlatMapFunction<Iterator<InternalRow>, PartitionPass.PartitionResult> {

    private static final long serialVersionUID = 1L;

    private final long referenceMicros;

    private PartitionPass(long referenceMicros) {
        this.referenceMicros = referenceMicros;
    }

    /** The results of all partitions. */
    static List<PartitionResult> over(Dataset<Row> rows, long referenceMicros) {
        return rows.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(new PartitionPass(referenceMicros))
                .collect();
    }

    @Override
    public Iterator<PartitionResult> call(Iterator<InternalRow> rows) {
        BatchSummary summary = new BatchSummary(referenceMicros);
        IdList ids = new IdList();
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            summary.add(row);
            if (!row.isNullAt(SummaryColumns.MESSAGE_ID)) {
                ids.add(row.getUTF8String(SummaryColumns.MESSAGE_ID).toString());
            }
        }
        return List.of(new PartitionResult(ids.toArray(), summary)).iterator();
    }

    /**
     * What one partition gives.
     *
     * @param ids pairs of longs, see {@link MessageIdBits}
     * @param summary of all its rows
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of millions of ids, never compared
    record PartitionResult(long[] ids, BatchSummary summary) implements Serializable {}
}
