package io.soam.spark.enrichment;

import static io.soam.spark.lake.LakeTable.ALERTS;
import static io.soam.spark.lake.LakeTable.AVERAGES;
import static io.soam.spark.lake.LakeTable.SILVER;
import static io.soam.spark.lake.LakeTable.UNREADABLE;
import static io.soam.spark.lake.LakeTable.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.spark.catalogue.FencedException;
import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.catalogue.PlannedObject;
import io.soam.spark.lake.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnrichmentTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static SparkSession spark;
    private static TestCatalogue database;

    /** A lake with empty tables: to copy it is faster than to create them for each test. */
    @TempDir static Path emptyLake;

    @TempDir Path directory;

    private Pipeline pipeline;

    @BeforeAll
    static void start() throws Exception {
        spark = TestSpark.session();
        database = new TestCatalogue();
        new Lake(spark, emptyLake.toUri().toString()).createTables();
    }

    @AfterAll
    static void stop() throws Exception {
        spark.close();
        database.close();
    }

    @BeforeEach
    void pipeline() throws Exception {
        try (Stream<Path> files = Files.walk(emptyLake)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, directory.resolve(emptyLake.relativize(file)));
            }
        }
        pipeline = new Pipeline(spark, database, directory);
    }

    private static String reading(String sensor, String time, double temperature) {
        return "{\"sensor_id\":\"%s\",\"ts\":\"%s\",\"temperature\":%s}"
                .formatted(sensor, time, temperature);
    }

    @Test
    void aReadingTravelsFromBronzeToGold() throws Exception {
        String key =
                pipeline.bronze()
                        .add(
                                "stream-1",
                                NOON,
                                reading("s1", "2026-11-24T11:59:50Z", 20),
                                reading("s1", "2026-11-24T11:59:55.5Z", 22.25),
                                reading("s2", "2026-11-24T11:58:00Z", -3));
        pipeline.run();
        assertThat(
                        pipeline.rows(
                                SILVER,
                                "sensor_id",
                                "timestamp",
                                "normalized_data['temperature']",
                                "source",
                                "site",
                                "ingest_date",
                                "ingest_hour",
                                "rules_version",
                                "batch_id",
                                "size(quality)",
                                "received_date"))
                .containsExactly(
                        "s1 2026-11-24T11:59:50Z 20.0 mqtt default 2026-11-24 11 1 1 0 2026-11-24",
                        "s1 2026-11-24T11:59:55.500Z 22.25 mqtt default 2026-11-24 11 1 1 0"
                                + " 2026-11-24",
                        "s2 2026-11-24T11:58:00Z -3.0 mqtt default 2026-11-24 11 1 1 0 2026-11-24");
        assertThat(pipeline.rows(SILVER, "bronze_object")).containsOnly(key);
        assertThat(
                        pipeline.rows(
                                AVERAGES,
                                "sensorId",
                                "time_start",
                                "time_end",
                                "avg_temp",
                                "reading_count",
                                "min_temp",
                                "max_temp"))
                .containsExactly(
                        "s1 2026-11-24T11:59:00Z 2026-11-24T12:00:00Z 21.13 2 20.0 22.25",
                        "s2 2026-11-24T11:58:00Z 2026-11-24T11:59:00Z -3.0 1 -3.0 -3.0");
        assertThat(pipeline.table(AVERAGES).select("min_enrichment_ts").distinct().collectAsList())
                .isEqualTo(
                        pipeline.table(SILVER)
                                .select("enrichment_timestamp")
                                .distinct()
                                .collectAsList());
        assertThat(pipeline.rows(ALERTS, "*")).isEmpty();
    }

    @Test
    void theReportSaysWhatTheBatchHasDone() throws Exception {
        pipeline.bronze()
                .add("stream-1", NOON, reading("s1", "2026-11-24T11:59:50Z", 20), "{oops", "[1]");
        pipeline.run();
        JsonNode report = pipeline.report(1);
        assertThat(report.path("rowsIn").asInt()).isEqualTo(3);
        assertThat(report.path("silver").asInt()).isEqualTo(1);
        assertThat(report.at("/streams/stream-1/quarantined").asInt()).isEqualTo(2);
        assertThat(report.at("/rules/sensor_id").asInt()).isEqualTo(1);
        assertThat(report.at("/rules/temperature").asInt()).isEqualTo(1);
        assertThat(report.path("stepMillis").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "plan", "identify", "silver", "quarantine", "averages", "alerts", "commit");
        assertThat(report.path("lastReceivedAt").asText()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(report.path("lastEventTime").asText()).isEqualTo("2026-11-24T11:59:50Z");
        assertThat(report.at("/sensorToSilver/count").asInt()).isEqualTo(1);
        assertThat(report.at("/sensorToGold/buckets")).hasSize(13);
        assertThat(report.path("windows").asInt()).isEqualTo(1);
        assertThat(report.path("tableVersions").fieldNames())
                .toIterable()
                .contains("silver/enriched", "gold/temperature_averages");
        assertThat(report.at("/latestReadings/0/sensorId").asText()).isEqualTo("s1");
        assertThat(report.at("/latestReadings/0/numbers/temperature").asDouble()).isEqualTo(20);
    }

    @Test
    void aRedeliveredMessageAppearsOnce() throws Exception {
        String first = reading("s1", "2026-11-24T11:59:50Z", 20);
        String second = reading("s1", "2026-11-24T11:59:51Z", 21);
        pipeline.bronze().add("a", NOON, first, first, "{oops");
        EnrichmentJob job = pipeline.launch(step -> {});
        pipeline.drain(job);
        pipeline.bronze().add("a", NOON.plusSeconds(60), first, second, second, "{oops");
        pipeline.drain(job);
        assertThat(pipeline.rows(SILVER, "timestamp"))
                .containsExactly("2026-11-24T11:59:50Z", "2026-11-24T11:59:51Z");
        assertThat(pipeline.rows(UNREADABLE, "reason")).containsExactly("malformed_json");
        assertThat(pipeline.rows(AVERAGES, "avg_temp", "reading_count")).containsExactly("20.5 2");
        assertThat(pipeline.report(2).path("duplicates").asInt()).isEqualTo(3);
        // A successor learns from the tables what its predecessor knew.
        pipeline.bronze().add("a", NOON.plusSeconds(120), first, second, "{oops");
        pipeline.run();
        assertThat(pipeline.rows(SILVER, "timestamp")).hasSize(2);
        assertThat(pipeline.report(3).path("duplicates").asInt()).isEqualTo(3);
    }

    @Test
    void aMessageReceivedLongAgoOrInTheFutureIsRecognisedAgain() throws Exception {
        String late = reading("s1", "2026-11-20T11:59:50Z", 20);
        String ahead = reading("s1", "2026-11-24T11:59:51Z", 21);
        pipeline.bronze().add("a", NOON.minus(Duration.ofDays(4)), late);
        pipeline.bronze().add("a", NOON.plus(Duration.ofDays(40)), ahead);
        EnrichmentJob job = pipeline.launch(step -> {});
        pipeline.drain(job);
        // The newest batch may be days old when a successor starts.
        database.execute(
                "update enrichment_batches set committed_at = committed_at - interval '2 days'");
        pipeline.bronze().add("a", NOON.minus(Duration.ofDays(4)), late, ahead);
        pipeline.drain(job);
        assertThat(pipeline.report(2).path("duplicates").asInt()).isEqualTo(2);
        database.execute("delete from bronze_objects where batch_id = 2");
        database.execute("delete from enrichment_batches where id = 2");
        pipeline.bronze().add("a", NOON.plus(Duration.ofDays(1)), late, ahead);
        pipeline.run();
        assertThat(pipeline.report(2).path("duplicates").asInt()).isEqualTo(2);
        assertThat(pipeline.rows(SILVER, "timestamp")).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsQuarantinedWithItsPayload() throws Exception {
        String huge = "{\"text\":\"" + "x".repeat(10 << 20) + "\"}";
        pipeline.bronze()
                .add(
                        "a",
                        NOON,
                        "{\"temperature\":NaN}",
                        "[{\"a\":1}]",
                        "",
                        "{\"a\":1} trailing",
                        "{\"a\":".repeat(100) + "1" + "}".repeat(100),
                        "{\"ts\":\"+999999999-01-01T00:00:00Z\"}",
                        "null",
                        huge,
                        "{\"sensor_id\":\"<script>alert(1)</script>\\u0000\",\"temperature\":1}",
                        "{\"sensor_id\":\"old\",\"ts\":\"0001-01-01T00:00:00Z\",\"temperature\":1}");
        pipeline.run();
        assertThat(pipeline.rows(UNREADABLE, "reason", "substring(payload, 1, 12)"))
                .containsExactlyInAnyOrder(
                        "malformed_json {\"temperatur",
                        "not_an_object [{\"a\":1}]",
                        "empty_payload ",
                        "malformed_json {\"a\":1} trai",
                        "too_complex {\"a\":{\"a\":{\"",
                        "not_an_object null");
        assertThat(pipeline.rows(SILVER, "sensor_id", "max(length(sensor_data['text'])) over ()"))
                .containsExactlyInAnyOrder(
                        "<script>alert(1)</script>\0 " + (10 << 20),
                        "a " + (10 << 20),
                        "a " + (10 << 20),
                        "old " + (10 << 20));
        assertThat(pipeline.rows(SILVER, "quality"))
                .anyMatch(flags -> flags.contains("unparsable"));
        assertThat(pipeline.rows(AVERAGES, "sensorId", "year(time_start)"))
                .containsExactlyInAnyOrder("<script>alert(1)</script>\0 2026", "old 1");
    }

    @Test
    void arraysAndNestedObjectsAreFlattened() throws Exception {
        pipeline.bronze()
                .add("a", NOON, "{\"loc\":{\"lat\":1.5},\"list\":[1, {\"b\":2}],\"none\":null}");
        pipeline.run();
        assertThat(pipeline.rows(SILVER, "sensor_data['loc.lat']", "sensor_data['list']"))
                .containsExactly("1.5 [1, {\"b\":2}]");
        assertThat(pipeline.rows(SILVER, "size(sensor_data)")).containsExactly("2");
    }

    @Test
    void messagesOfUnregisteredStreamsWait() throws Exception {
        pipeline.configure("{\"everything\": false, \"ingestionIds\": [\"A\"]}", 30);
        pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T11:59:50Z", 20));
        pipeline.bronze().add("b", NOON, reading("s2", "2026-11-24T11:59:50Z", 20), "{oops");
        pipeline.run();
        assertThat(pipeline.rows(SILVER, "ingestion_id", "rules_version")).containsExactly("a 2");
        assertThat(pipeline.rows(WAITING, "ingestion_id", "payload")).hasSize(2);
        assertThat(pipeline.rows(UNREADABLE, "*")).isEmpty();
        assertThat(pipeline.report(1).path("waiting").asInt()).isEqualTo(2);
    }

    @Test
    void aSensorAlertsAgainAfterItHasCooledDown() throws Exception {
        EnrichmentJob job = pipeline.launch(step -> {});
        alertBatch(job, "12:00:01Z", 31, "12:00:02Z", 33);
        alertBatch(job, "12:00:03Z", 32, "12:00:04Z", 29);
        alertBatch(job, "12:00:05Z", 40, "12:00:06Z", 41);
        assertThat(
                        pipeline.rows(
                                ALERTS,
                                "sensorId",
                                "raised_at",
                                "temperature",
                                "peak",
                                "readings",
                                "threshold",
                                "cleared_at",
                                "alert_type"))
                .containsExactly(
                        "s1 2026-11-24T12:00:01Z 31.0 33.0 3 30.0 2026-11-24T12:00:04Z"
                                + " TEMP_OVER_LIMIT",
                        "s1 2026-11-24T12:00:05Z 40.0 41.0 2 30.0 null TEMP_OVER_LIMIT");
        assertThat(pipeline.report(2).path("alertsCleared").asInt()).isEqualTo(1);
        assertThat(pipeline.report(3).path("alertsRaised").asInt()).isEqualTo(1);
        // A successor reads the open episode from the table.
        job = pipeline.launch(step -> {});
        alertBatch(job, "12:00:07Z", 20, "12:00:08Z", 19);
        assertThat(pipeline.rows(ALERTS, "cleared_at"))
                .containsExactly("2026-11-24T12:00:04Z", "2026-11-24T12:00:07Z");
    }

    private void alertBatch(
            EnrichmentJob job, String time1, double value1, String time2, double value2)
            throws Exception {
        pipeline.bronze()
                .add(
                        "a",
                        NOON,
                        reading("s1", "2026-11-24T" + time1, value1),
                        reading("s1", "2026-11-24T" + time2, value2),
                        reading("cool", "2026-11-24T" + time2, 10));
        pipeline.drain(job);
    }

    @Test
    void aLateReadingCorrectsItsWindow() throws Exception {
        EnrichmentJob job = pipeline.launch(step -> {});
        pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T10:00:10Z", 20));
        pipeline.drain(job);
        pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T11:00:10Z", 5));
        pipeline.drain(job);
        pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T10:00:20Z", 23));
        pipeline.drain(job);
        assertThat(pipeline.rows(AVERAGES, "time_start", "avg_temp", "reading_count", "max_temp"))
                .containsExactly(
                        "2026-11-24T10:00:00Z 21.5 2 23.0", "2026-11-24T11:00:00Z 5.0 1 5.0");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aCrashAfterAnyStep_repeatsTheBatchExactlyOnce(Step crash) throws Exception {
        pipeline.configure("{\"everything\": false, \"ingestionIds\": [\"a\"]}", 30);
        pipeline.bronze()
                .add(
                        "a",
                        NOON,
                        reading("s1", "2026-11-24T11:59:50Z", 20),
                        reading("s1", "2026-11-24T11:59:51Z", 35),
                        reading("s1", "2026-11-24T11:59:51Z", 35),
                        "{oops");
        pipeline.bronze().add("b", NOON, "{}");
        EnrichmentJob doomed =
                pipeline.launch(
                        step -> {
                            if (step == crash) {
                                throw new AssertionError("crash after " + step);
                            }
                        });
        assertThatThrownBy(doomed::next).hasMessage("crash after " + crash);
        // Another configuration must not change a batch that has been planned.
        pipeline.configure("{\"everything\": true, \"ingestionIds\": []}", 10);
        pipeline.run();
        assertThat(pipeline.rows(SILVER, "batch_id", "timestamp"))
                .containsExactly("1 2026-11-24T11:59:50Z", "1 2026-11-24T11:59:51Z");
        assertThat(pipeline.rows(UNREADABLE, "payload")).containsExactly("{oops");
        assertThat(pipeline.rows(AVERAGES, "avg_temp", "reading_count")).containsExactly("27.5 2");
        assertThat(pipeline.rows(WAITING, "ingestion_id")).containsExactly("b");
        assertThat(pipeline.rows(ALERTS, "temperature", "readings", "threshold"))
                .containsExactly("35.0 1 30.0");
        JsonNode report = pipeline.report(1);
        assertThat(report.path("silver").asInt()).isEqualTo(2);
        assertThat(report.path("windows").asInt()).isEqualTo(1);
        assertThat(report.path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void whoHasBeenReplacedWritesNothing() throws Exception {
        EnrichmentJob old = pipeline.launch(step -> {});
        pipeline.launch(step -> {});
        pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T11:59:50Z", 20));
        assertThatThrownBy(old::next)
                .isInstanceOf(FencedException.class)
                .hasMessageContaining("Epoch 1 has been replaced");
        assertThat(pipeline.rows(SILVER, "*")).isEmpty();
    }

    @Test
    void whoIsReplacedBetweenTwoCommitsWritesNoMore() throws Exception {
        EnrichmentJob old =
                pipeline.launch(
                        step -> {
                            if (step == Step.SILVER) {
                                raiseEpoch();
                            }
                        });
        pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T11:59:50Z", 20));
        assertThatThrownBy(old::next).isInstanceOf(FencedException.class);
        assertThat(pipeline.rows(SILVER, "sensor_id")).containsExactly("s1");
        assertThat(pipeline.rows(AVERAGES, "*")).isEmpty();
    }

    private static void raiseEpoch() {
        try {
            database.raiseEpoch(99);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anUnreadableObjectIsSetAside_andTheStreamGoesOn() throws Exception {
        String corrupt = pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T11:00:00Z", 1));
        Files.writeString(directory.resolve(corrupt), "this is no Parquet");
        Files.deleteIfExists(crc(corrupt));
        String missing = pipeline.bronze().add("b", NOON, reading("s2", "2026-11-24T11:00:00Z", 1));
        Files.delete(directory.resolve(missing));
        pipeline.bronze().add("c", NOON, reading("s3", "2026-11-24T11:00:00Z", 1));
        pipeline.run();
        assertThat(pipeline.rows(SILVER, "sensor_id")).containsExactly("s3");
        assertThat(pipeline.rows(UNREADABLE, "reason", "bronze_object"))
                .containsExactly("unreadable_object " + corrupt, "unreadable_object " + missing);
        assertThat(pipeline.report(1).path("quarantined").asInt()).isEqualTo(2);
        assertThat(pipeline.report(1).path("rowsIn").asInt()).isEqualTo(3);
    }

    @Test
    void anObjectThatIsInSilverIsNotSetAside() throws Exception {
        String key = pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T11:00:00Z", 1));
        String other = pipeline.bronze().add("b", NOON, "{oops");
        pipeline.run();
        Files.delete(directory.resolve(key));
        Files.delete(directory.resolve(other));
        PlannedObject refined = new PlannedObject(key, "a", 1);
        PlannedObject unrefined = new PlannedObject(other, "b", 1);
        ObjectProbe probe = new ObjectProbe(pipeline.lake(), Clock.systemUTC());
        assertThat(probe.unreadable(planned(1, refined, unrefined))).containsOnlyKeys(unrefined);
        assertThat(probe.unreadable(planned(2, refined))).containsOnlyKeys(refined);
    }

    private static PlannedBatch planned(long id, PlannedObject... objects) {
        String configuration =
                "{\"version\":1,\"rules\":[],\"admission\":{\"everything\":true,\"ingestionIds\":[]},"
                        + "\"temperatureThreshold\":30}";
        return new PlannedBatch(id, 1, configuration, List.of(objects), true, false);
    }

    @Test
    void whileTheObjectStoreIsAwayTheBatchWaits_andNothingIsSetAside() throws Exception {
        pipeline.bronze().add("a", NOON, reading("s1", "2026-11-24T11:00:00Z", 1));
        Condition condition = new Condition();
        EnrichmentJob job = pipeline.launch(condition, step -> {});
        Path away = directory.resolveSibling(directory.getFileName() + "-away");
        Files.move(directory, away);
        Future<EnrichmentJob.Turn> done = Executors.newSingleThreadExecutor().submit(job::next);
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                String.valueOf(condition.trouble())
                                        .startsWith("The object store does not answer"));
        Files.move(away, directory);
        assertThat(done.get()).isEqualTo(EnrichmentJob.Turn.DONE);
        assertThat(condition.trouble()).isNull();
        assertThat(pipeline.rows(SILVER, "sensor_id")).containsExactly("s1");
        assertThat(pipeline.rows(UNREADABLE, "*")).isEmpty();
    }

    private Path crc(String key) {
        Path object = directory.resolve(key);
        return object.resolveSibling("." + object.getFileName() + ".crc");
    }

    @Test
    void warmingUpLeavesNothingBehind() throws Exception {
        WarmUp.run(spark, Clock.systemUTC());
        assertThat(Path.of(System.getProperty("java.io.tmpdir")))
                .isDirectoryNotContaining("glob:**/soam-warm-up*");
    }

    @Test
    void ofABinaryPayloadTheReasonIsKept() throws Exception {
        Row binary = BronzeObjects.row("a", Map.of("payload_encoding", "base64"), NOON, "//4=");
        pipeline.bronze().add("a", NOON, List.of(binary));
        pipeline.run();
        assertThat(pipeline.rows(UNREADABLE, "reason", "payload", "metadata['payload_encoding']"))
                .containsExactly("not_text //4= base64");
    }
}
