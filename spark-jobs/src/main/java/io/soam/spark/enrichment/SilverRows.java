package io.soam.spark.enrichment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.soam.domain.enrichment.SilverRow;
import io.soam.spark.catalogue.PlannedBatch;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows for the silver table, and what is read from them. */
final class SilverRows {

    private SilverRows() {}

    /** The refined rows that go to silver, in the table's columns. */
    static Dataset<Row> of(Dataset<Row> refined, PlannedBatch batch, Instant enrichedAt) {
        return refined.filter(col("kind").equalTo(Kind.SILVER.code()))
                .select(
                        col("ingestion_id"),
                        col("timestamp"),
                        col("sensor_id"),
                        col("sensor_data"),
                        col("normalized_data"),
                        col("timestamp").as("event_time"),
                        lit(enrichedAt).as("ingest_ts"),
                        to_date(col("timestamp")).as("ingest_date"),
                        date_format(col("timestamp"), "HH").as("ingest_hour"),
                        col("source_type").as("source"),
                        col("site"),
                        lit(enrichedAt).as("enrichment_timestamp"),
                        col("message_id"),
                        lit(batch.configurationVersion()).as("rules_version"),
                        col("quality"),
                        lit(batch.id()).as("batch_id"),
                        col("received_at"),
                        col("bronze_object"),
                        to_date(col("received_at")).as("received_date"));
    }

    /** The temperature of a silver row; null where it has none. */
    static Column temperature() {
        return element_at(col("normalized_data"), SilverRow.TEMPERATURE);
    }
}
