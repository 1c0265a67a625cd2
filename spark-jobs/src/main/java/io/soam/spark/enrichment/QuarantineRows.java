package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.catalogue.PlannedObject;
import io.soam.spark.lake.LakeTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Rows for the quarantine tables. */
final class QuarantineRows {

    /** Reason of a bronze object that cannot be read at all. */
    static final String UNREADABLE_OBJECT = "unreadable_object";

    private QuarantineRows() {}

    /** The refined rows of one kind, in the tables' columns. */
    static Dataset<Row> of(Dataset<Row> refined, Kind kind, PlannedBatch batch, Instant now) {
        return refined.filter(col("kind").equalTo(kind.code()))
                .select(
                        col("message_id"),
                        col("ingestion_id"),
                        col("source_type"),
                        col("metadata"),
                        col("event_time"),
                        col("received_at"),
                        col("payload"),
                        col("reason"),
                        col("detail"),
                        lit(batch.configurationVersion()).as("rules_version"),
                        lit(batch.id()).as("batch_id"),
                        lit(now).as("quarantined_at"),
                        col("bronze_object"),
                        to_date(col("received_at")).as("received_date"));
    }

    /** One row for each object that was set aside, with what is wrong with it. */
    static Dataset<Row> of(
            SparkSession spark,
            Map<PlannedObject, String> objects,
            PlannedBatch batch,
            Instant now) {
        List<Row> rows =
                objects.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), batch, now))
                        .toList();
        // The schema of what enrichment writes; nobody has decided anything about these yet.
        return spark.createDataFrame(rows, LakeTable.WAITING.schema());
    }

    private static Row row(PlannedObject object, String detail, PlannedBatch batch, Instant now) {
        return RowFactory.create(
                null,
                object.ingestionId(),
                null,
                null,
                null,
                null,
                null,
                UNREADABLE_OBJECT,
                object.rows() + " messages: " + detail,
                batch.configurationVersion(),
                batch.id(),
                now,
                object.key(),
                now.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
