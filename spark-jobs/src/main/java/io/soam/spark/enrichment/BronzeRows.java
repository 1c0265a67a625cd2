package io.soam.spark.enrichment;

import io.soam.spark.lake.Lake;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads bronze objects. */
final class BronzeRows {

    static final StructType SCHEMA =
            StructType.fromDDL(
                    "message_id STRING, ingestion_id STRING, source_type STRING,"
                            + " metadata MAP<STRING, STRING>, event_time TIMESTAMP,"
                            + " received_at TIMESTAMP, payload STRING");

    private BronzeRows() {}

    /** The rows of the objects, with the object each comes from as last column. */
    static Dataset<Row> read(Lake lake, List<String> keys) {
        if (keys.isEmpty()) {
            return lake.spark()
                    .createDataFrame(List.of(), SCHEMA.add("file_path", DataTypes.StringType));
        }
        String[] paths = keys.stream().map(lake::path).toArray(String[]::new);
        return lake.spark()
                .read()
                .schema(SCHEMA)
                .parquet(paths)
                .withColumn("file_path", functions.col("_metadata.file_path"));
    }
}
