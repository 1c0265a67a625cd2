package io.soam.spark.enrichment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soam.spark.catalogue.Catalogue;
import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A lake in a directory with a catalogue, and enrichment over both. */
final class Pipeline {

    static final String EVERYTHING = "{\"everything\": true, \"ingestionIds\": []}";

    private static final String RULES =
            """
            [{"ingestionId": null, "rawKey": "sensor_id", "canonicalKey": "sensorId"},
             {"ingestionId": null, "rawKey": "temperature", "canonicalKey": "temperature"},
             {"ingestionId": null, "rawKey": "ts", "canonicalKey": "timestamp"}]
            """;

    private final TestCatalogue database;
    private final Lake lake;
    private final BronzeObjects bronze;
    private long epoch;
    private long version;

    Pipeline(SparkSession spark, TestCatalogue database, Path directory) throws SQLException {
        this.database = database;
        this.lake = new Lake(spark, directory.toUri().toString());
        this.bronze = new BronzeObjects(spark, directory, database);
        database.clear();
        spark.sql("DROP DATABASE IF EXISTS silver CASCADE");
        spark.sql("DROP DATABASE IF EXISTS gold CASCADE");
        spark.sql("DROP DATABASE IF EXISTS quarantine CASCADE");
        configure(EVERYTHING, 30);
    }

    Lake lake() {
        return lake;
    }

    BronzeObjects bronze() {
        return bronze;
    }

    /** Publishes the next configuration. */
    void configure(String admission, double threshold) throws SQLException {
        version++;
        database.configure(
                version,
                "{\"version\": %d, \"rules\": %s, \"admission\": %s, \"temperatureThreshold\": %s}"
                        .formatted(version, RULES, admission, threshold));
    }

    /** A freshly launched application; the one before may write no more. */
    EnrichmentJob launch(Consumer<Step> afterStep) throws SQLException, InterruptedException {
        return launch(new Condition(), afterStep);
    }

    EnrichmentJob launch(Condition condition, Consumer<Step> afterStep)
            throws SQLException, InterruptedException {
        database.raiseEpoch(++epoch);
        EnrichmentOptions options =
                new EnrichmentOptions(
                        epoch, "unused", Duration.ofMillis(50), 10_000, Duration.ofHours(1));
        EnrichmentJob job =
                new EnrichmentJob(
                        options,
                        lake,
                        new Catalogue(database.pipeline(), epoch),
                        new StopSignal(),
                        condition,
                        Duration.ofMillis(10),
                        afterStep);
        job.prepare();
        return job;
    }

    /** Refines all that waits, in a freshly launched application. */
    void run() throws SQLException, InterruptedException {
        EnrichmentJob job = launch(step -> {});
        drain(job);
    }

    void drain(EnrichmentJob job) throws SQLException, InterruptedException {
        do {
            job.next();
        } while (!"0".equals(openOrWaiting()));
    }

    String openOrWaiting() throws SQLException {
        return database.value(
                "select (select count(*) from bronze_objects where batch_id is null)"
                        + " + (select count(*) from enrichment_batches where committed_at is null)");
    }

    Dataset<Row> table(LakeTable table) {
        return lake.read(table);
    }

    /** Values of the columns of all rows, in order, as text. */
    List<String> rows(LakeTable table, String... columns) {
        return lake.read(table).selectExpr(columns).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    JsonNode report(long batchId) throws Exception {
        return new JsonMapper()
                .readTree(
                        database.value(
                                "select report from enrichment_batches where id = " + batchId));
    }
}
