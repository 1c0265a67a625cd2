package io.soam.spark.enrichment;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The columns, by position, that {@link BatchSummary} reads: of new rows or of silver's. */
final class SummaryColumns {

    static final int MESSAGE_ID = 0;
    static final int KIND = 1;
    static final int INGESTION_ID = 2;
    static final int TIMESTAMP = 3;
    static final int RECEIVED_AT = 4;
    static final int SENSOR_ID = 5;
    static final int TEMPERATURE = 6;
    static final int RULE_KEYS = 7;
    static final int NORMALIZED_DATA = 8;
    static final int ENRICHED_AT = 9;

    private SummaryColumns() {}

    /** Of {@link RefinedRows}, enriched at a given moment. */
    static Dataset<Row> ofRefined(Dataset<Row> refined, Column enrichedAt) {
        return select(
                refined,
                functions.col("kind"),
                functions.col("temperature"),
                functions.col("rule_keys"),
                enrichedAt);
    }

    /** Of rows of the silver table. */
    static Dataset<Row> ofSilver(Dataset<Row> silver) {
        return select(
                silver,
                functions.lit(Kind.SILVER.code()),
                SilverRows.temperature(),
                functions.lit(null).cast("string"),
                functions.col("enrichment_timestamp"));
    }

    private static Dataset<Row> select(
            Dataset<Row> rows, Column kind, Column temperature, Column ruleKeys, Column enriched) {
        return rows.select(
                functions.col("message_id"),
                kind.as("kind"),
                functions.col("ingestion_id"),
                functions.col("timestamp"),
                functions.col("received_at"),
                functions.col("sensor_id"),
                temperature.as("temperature"),
                ruleKeys.as("rule_keys"),
                functions.col("normalized_data"),
                enriched.as("enriched_at"));
    }
}
