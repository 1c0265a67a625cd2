package io.soam.spark.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real runtime over a real object store and database, killed once. */
@Timeout(480)
class EnrichmentIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int OBJECTS = 12;
    private static final int MESSAGES = 50;

    @TempDir Path directory;

    private final Path log = Path.of("target/enrichment-it.log");

    @Test
    void killedOnce_everyMessageIsInSilverOnce() throws Exception {
        Files.deleteIfExists(log);
        try (TestCatalogue database = new TestCatalogue();
                TestObjectStore store = new TestObjectStore(directory.resolve("s3"), log);
                SparkSession spark = TestSpark.session()) {
            var hadoop = spark.sparkContext().hadoopConfiguration();
            hadoop.set("fs.s3a.endpoint", store.endpoint());
            hadoop.set("fs.s3a.access.key", TestObjectStore.ACCESS_KEY);
            hadoop.set("fs.s3a.secret.key", TestObjectStore.SECRET_KEY);
            Lake lake = new Lake(spark, "s3a://lake");
            database.configure(
                    1,
                    "{\"version\":1,\"rules\":[{\"rawKey\":\"id\",\"canonicalKey\":\"sensorId\"}],"
                            + "\"admission\":{\"everything\":true,\"ingestionIds\":[]},"
                            + "\"temperatureThreshold\":30}");
            BronzeObjects bronze =
                    new BronzeObjects(spark, directory, database, key -> upload(hadoop, key));
            run(database, store, bronze, lake);
        }
    }

    private void run(TestCatalogue database, TestObjectStore store, BronzeObjects bronze, Lake lake)
            throws Exception {
        int port = TestObjectStore.freePort();
        add(bronze, 0);
        try (SubmittedApplication first = launch(database, store, port, 1)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> committed(database) > 0);
            for (int i = 1; i < OBJECTS / 2; i++) {
                add(bronze, i);
            }
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () ->
                                    !"0"
                                            .equals(
                                                    database.value(
                                                            "select count(*) from enrichment_batches where committed_at is null")));
            first.kill();
        }
        for (int i = OBJECTS / 2; i < OBJECTS; i++) {
            add(bronze, i);
        }
        try (SubmittedApplication second = launch(database, store, port, 2)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(
                            () ->
                                    "0"
                                            .equals(
                                                    database.value(
                                                            "select (select count(*) from bronze_objects where batch_id is null)"
                                                                    + " + (select count(*) from enrichment_batches"
                                                                    + " where committed_at is null)")));
            assertListening(port);
            second.requestStop();
            assertThat(second.exitCode(Duration.ofMinutes(1))).isZero();
        }
        assertThat(database.value("select state from enrichment_applications"))
                .isEqualTo("stopped");
        Dataset<Row> silver = lake.read(LakeTable.SILVER);
        assertThat(silver.count()).isEqualTo(OBJECTS * MESSAGES);
        assertThat(silver.select("message_id").distinct().count()).isEqualTo(OBJECTS * MESSAGES);
        assertThat(
                        lake.read(LakeTable.AVERAGES)
                                .selectExpr("sum(reading_count)")
                                .first()
                                .getLong(0))
                .isEqualTo(OBJECTS * MESSAGES);
    }

    private static void assertListening(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private SubmittedApplication launch(
            TestCatalogue database, TestObjectStore store, int port, long epoch) throws Exception {
        database.raiseEpoch(epoch);
        return new SubmittedApplication(
                Map.of(
                        "spark.driver.memory", "1g",
                        "spark.hadoop.fs.s3a.endpoint", store.endpoint(),
                        "spark.connect.grpc.binding.port", String.valueOf(port)),
                Map.of(
                        "SOAM_LAKE_ACCESS_KEY",
                        TestObjectStore.ACCESS_KEY,
                        "SOAM_LAKE_SECRET_KEY",
                        TestObjectStore.SECRET_KEY,
                        "SPARK_CONNECT_AUTHENTICATE_TOKEN",
                        "only-for-this-test",
                        "SPARK_LOCAL_IP",
                        "127.0.0.1"),
                List.of(
                        "--epoch", String.valueOf(epoch),
                        "--lake", "s3a://lake",
                        "--database", database.url(),
                        "--database-user", "soam_pipeline",
                        "--trigger-seconds", "1",
                        "--max-batch-rows", "100"),
                log);
    }

    private static void add(BronzeObjects bronze, int number) throws IOException, SQLException {
        List<String> payloads = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            payloads.add(
                    "{\"id\":\"s%d\",\"n\":%d,\"temperature\":%d,\"timestamp\":\"2026-11-24T11:%02d:00Z\"}"
                            .formatted(i % 5, number * MESSAGES + i, 10 + i % 25, number));
        }
        bronze.add("stream", NOON, payloads.toArray(String[]::new));
    }

    private static long committed(TestCatalogue database) throws SQLException {
        return Long.parseLong(
                database.value(
                        "select count(*) from enrichment_batches where committed_at is not null"));
    }

    private void upload(org.apache.hadoop.conf.Configuration hadoop, String key) {
        try {
            FileSystem.get(URI.create("s3a://lake/"), hadoop)
                    .copyFromLocalFile(
                            new org.apache.hadoop.fs.Path(directory.resolve(key).toUri()),
                            new org.apache.hadoop.fs.Path("s3a://lake/" + key));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
