package io.soam.spark.lake;

import io.soam.domain.lake.LakeLayout;
import org.apache.spark.sql.types.StructType;

/** The Delta tables that enrichment writes. Their SQL names follow their paths. */
public enum LakeTable {
    /**
     * Refined messages. Partitioned by the date of reception, because a device's clock may give any
     * date and would scatter a batch over many files; the time of the reading is found through the
     * statistics of each file.
     */
    SILVER(
            LakeLayout.SILVER,
            "silver.enriched",
            "received_date",
            """
            ingestion_id STRING, timestamp TIMESTAMP, sensor_id STRING,
            sensor_data MAP<STRING, STRING>, normalized_data MAP<STRING, DOUBLE>,
            event_time TIMESTAMP, ingest_ts TIMESTAMP, ingest_date DATE, ingest_hour STRING,
            source STRING, site STRING, enrichment_timestamp TIMESTAMP,
            message_id STRING, rules_version BIGINT, quality ARRAY<STRING>, batch_id BIGINT,
            received_at TIMESTAMP, bronze_object STRING, received_date DATE"""),

    /**
     * Messages that cannot be refined, with the reason and the payload as received. Enrichment
     * writes the columns of {@link #WAITING} only; the others say what people have decided about
     * the message, and WildFly sets them. A message without a {@code state} is open.
     */
    UNREADABLE(
            LakeLayout.QUARANTINE_UNREADABLE,
            "quarantine.unreadable",
            "received_date",
            Columns.QUARANTINE
                    + """
                    , state STRING, decided_by STRING, decided_at TIMESTAMP, note STRING,
                    replay_id STRING"""),

    /** Messages of streams that no device is registered for. */
    WAITING(
            LakeLayout.QUARANTINE_WAITING,
            "quarantine.waiting",
            "received_date",
            Columns.QUARANTINE),

    /**
     * One-minute temperature averages. Partitioned by the hour of the window, so that a correction
     * rewrites the rows of that hour and no more.
     */
    AVERAGES(
            LakeLayout.TEMPERATURE_AVERAGES,
            "gold.temperature_averages",
            "time_partition",
            """
            sensorId STRING, time_start TIMESTAMP, time_end TIMESTAMP, avg_temp DOUBLE,
            min_enrichment_ts TIMESTAMP, sum_temp DOUBLE, reading_count BIGINT, min_temp DOUBLE,
            max_temp DOUBLE, batch_id BIGINT, time_partition STRING"""),

    /** Temperature alert episodes. Partitioned by the day on which they were raised. */
    ALERTS(
            LakeLayout.TEMPERATURE_ALERTS,
            "gold.temperature_alerts",
            "raised_partition",
            """
            sensorId STRING, temperature DOUBLE, event_time TIMESTAMP, alert_type STRING,
            raised_at TIMESTAMP, message_id STRING, threshold DOUBLE, peak DOUBLE, readings BIGINT,
            last_at TIMESTAMP, cleared_at TIMESTAMP, batch_id BIGINT, raised_partition STRING""");

    private final String path;
    private final String sqlName;
    private final String partitionColumn;
    private final String columns;

    LakeTable(String path, String sqlName, String partitionColumn, String columns) {
        this.path = path;
        this.sqlName = sqlName;
        this.partitionColumn = partitionColumn;
        this.columns = columns;
    }

    /** Path below the root of the lake. */
    public String path() {
        return path;
    }

    /** Name under which SQL of any session of this driver knows the table. */
    public String sqlName() {
        return sqlName;
    }

    /** The column that divides the table. */
    public String partitionColumn() {
        return partitionColumn;
    }

    public StructType schema() {
        return StructType.fromDDL(columns.replace('\n', ' '));
    }

    private static final class Columns {
        static final String QUARANTINE =
                """
                message_id STRING, ingestion_id STRING, source_type STRING,
                metadata MAP<STRING, STRING>, event_time TIMESTAMP, received_at TIMESTAMP,
                payload STRING, reason STRING, detail STRING, rules_version BIGINT, batch_id BIGINT,
                quarantined_at TIMESTAMP, bronze_object STRING, received_date DATE""";
    }
}
