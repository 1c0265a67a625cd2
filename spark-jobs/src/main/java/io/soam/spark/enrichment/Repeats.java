package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.soam.spark.enrichment.PartitionPass.PartitionResult;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * The messages of a batch that are there more often than they should be.
 *
 * @param known ids that an earlier batch has refined
 * @param repeated ids that the batch holds more than once and no earlier one has
 * @param count messages to leave out
 */
record Repeats(IdSet known, IdSet repeated, long count) {

    static Repeats find(List<PartitionResult> pass, RecentMessages recent) {
        IdSet seen = new IdSet();
        IdSet known = new IdSet();
        IdSet repeated = new IdSet();
        long count = 0;
        for (PartitionResult partition : pass) {
            long[] ids = partition.ids();
            for (int i = 0; i < ids.length; i += 2) {
                boolean first = seen.add(ids[i], ids[i + 1]);
                if (recent.contains(ids[i], ids[i + 1])) {
                    known.add(ids[i], ids[i + 1]);
                    count++;
                } else if (!first) {
                    repeated.add(ids[i], ids[i + 1]);
                    count++;
                }
            }
        }
        return new Repeats(known, repeated, count);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The rows without those to leave out. */
    Dataset<Row> removeFrom(Dataset<Row> rows) {
        Column known = isIn(known());
        Column repeated = isIn(repeated());
        Dataset<Row> fresh = rows.filter(known.unary_$bang());
        Dataset<Row> once = fresh.filter(repeated).dropDuplicates(new String[] {"message_id"});
        return fresh.filter(repeated.unary_$bang()).unionByName(once);
    }

    private static Column isIn(IdSet ids) {
        UDF1<String, Boolean> contains =
                messageId -> {
                    long[] bits = new long[2];
                    MessageIdBits.write(messageId, bits, 0);
                    return ids.contains(bits[0], bits[1]);
                };
        return udf(contains, DataTypes.BooleanType).apply(col("message_id"));
    }
}
