package io.soam.spark.enrichment;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Bronze rows and what has become of each. */
final class RefinedRows {

    static final StructType SCHEMA =
            StructType.fromDDL(
                    "kind STRING, message_id STRING, ingestion_id STRING, source_type STRING,"
                            + " metadata MAP<STRING, STRING>, event_time TIMESTAMP,"
                            + " received_at TIMESTAMP, payload STRING, bronze_object STRING,"
                            + " reason STRING, detail STRING, timestamp TIMESTAMP, sensor_id STRING,"
                            + " temperature DOUBLE, sensor_data MAP<STRING, STRING>,"
                            + " normalized_data MAP<STRING, DOUBLE>, quality ARRAY<STRING>,"
                            + " site STRING, rule_keys STRING");

    private RefinedRows() {}

    /**
     * Refines every row of {@link BronzeRows}.
     *
     * @param configuration {@code PipelineConfiguration} as JSON
     */
    static Dataset<Row> of(Dataset<Row> bronze, String configuration) {
        return bronze.mapPartitions(new RefineRows(configuration), Encoders.row(SCHEMA));
    }
}
