package io.soam.lake.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.control.SpoolAccesses;
import io.soam.ingestion.spool.Spool;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolSamples;
import io.soam.platform.MapConfig;
import io.soam.platform.PlainThreads;
import io.soam.platform.control.Meters;
import io.soam.platform.control.PlatformConfigs;
import io.soam.servers.Database;
import io.soam.servers.S3Proxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the spool to bronze, with a real object store and database that come and go. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class BronzeUploadsIT {

    private static Database database;

    @TempDir Path directory;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final PlainThreads threads = new PlainThreads();
    private S3Proxy store;
    private ObjectStore objects;
    private SpoolAccess spool;
    private BronzeUploads uploads;

    @BeforeAll
    static void startDatabase() throws IOException, SQLException {
        database = Database.start();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        database.close();
    }

    @BeforeEach
    void start() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        database.execute("truncate soam.bronze_objects, soam.enrichment_batches");
        store = new S3Proxy(directory);
        store.start();
        objects = objectStore();
        spool = SpoolAccesses.open(directory.resolve("spool"), threads);
        uploads = uploads(database.dataSource());
        uploads.start();
    }

    @AfterEach
    void stop() {
        uploads.stop();
        SpoolAccesses.release(spool);
        objects.disconnect();
        store.close();
        Awaitility.reset();
    }

    @Test
    void everyMessageReachesBronzeOnce_andTheSpoolIsEmptied() throws Exception {
        append(0, 1_000);

        await().until(() -> uploads.state().rows() == 1_000 && spool.state().bytes() == 0);
        assertBronzeHolds(1_000);
        assertThat(uploads.state().lastStoredReceivedAt()).isEqualTo(SpoolSamples.RECEIVED);
    }

    @Test
    void anOutageOfTheStore_isRiddenOut() throws Exception {
        append(0, 300);
        await().until(() -> uploads.state().rows() == 300);

        store.stop();
        append(300, 900);
        await().until(() -> !uploads.state().isHealthy());
        assertThat(uploads.state().problem()).contains(store.endpoint());
        assertThat(acknowledged).hasValue(900);
        store.start();

        await().until(() -> uploads.state().rows() == 900 && uploads.state().isHealthy());
        assertBronzeHolds(900);
    }

    /** As after a crash between the upload and the registration, or when an answer is lost. */
    @Test
    void whatWasStoredButNotRegistered_isRegisteredAndNotDoubled() throws Exception {
        uploads.stop();
        SpoolAccesses.release(spool);
        spool = SpoolAccesses.open(directory.resolve("spool"), threads);
        append(0, 100);
        spool.spool().seal();
        await().until(() -> acknowledged.get() == 100 && spool.state().segments() > 0);
        database.execute("alter table soam.bronze_objects rename to gone");
        uploads = uploads(database.dataSource());
        uploads.start();
        try {
            await().until(() -> !uploads.state().isHealthy());
            assertThat(stored()).isPositive();
        } finally {
            database.execute("alter table soam.gone rename to bronze_objects");
        }

        await().until(() -> uploads.state().isHealthy() && spool.state().bytes() == 0);
        assertBronzeHolds(100);
    }

    @Test
    void aSegmentThatCameBackAfterItsDeletion_changesNothing() throws Exception {
        uploads.stop();
        SpoolAccesses.release(spool);
        spool = SpoolAccesses.open(directory.resolve("spool"), threads);
        append(0, 50);
        spool.spool().close();
        Path segment;
        try (var files = Files.list(directory.resolve("spool"))) {
            segment =
                    files.filter(file -> file.toString().endsWith(".seg"))
                            .findFirst()
                            .orElseThrow();
        }
        byte[] content = Files.readAllBytes(segment);
        uploads = uploads(database.dataSource());
        uploads.start();
        await().until(() -> uploads.state().rows() == 50);
        uploads.stop();
        SpoolAccesses.release(spool);

        Files.write(segment, content);
        spool = SpoolAccesses.open(directory.resolve("spool"), threads);
        uploads = uploads(database.dataSource());
        uploads.start();

        await().until(() -> spool.state().bytes() == 0);
        assertBronzeHolds(50);
    }

    @Test
    void stopping_movesWhatIsThere() throws Exception {
        append(0, 400);

        uploads.stop();

        assertBronzeHolds(400);
        assertThat(spool.state().bytes()).isZero();
    }

    private void append(int from, int to) throws InterruptedException {
        Spool target = spool.spool();
        for (int i = from; i < to; i++) {
            byte[] payload = ("{\"seq\":" + i + "}").getBytes(UTF_8);
            target.append(
                    new SpoolEntry(
                            SpoolSamples.record(
                                    SpoolSamples.header("stream_" + i % 3),
                                    SpoolSamples.RECEIVED,
                                    payload),
                            acknowledged::incrementAndGet));
        }
    }

    private void assertBronzeHolds(long rows) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select count(*), count(distinct payload), count(distinct message_id) from "
                                        + files())) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(rows);
            assertThat(result.getLong(2)).isEqualTo(rows);
            assertThat(result.getLong(3)).isEqualTo(rows);
        }
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select sum(row_count) from soam.bronze_objects")) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(rows);
        }
    }

    private long stored() throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + files())) {
            result.next();
            return result.getLong(1);
        }
    }

    private String files() {
        return "read_parquet('" + store.data() + "/lake/bronze/*/*/*/*.parquet')";
    }

    private ObjectStore objectStore() {
        ObjectStore made = new ObjectStore();
        made.config = new LakeConfig();
        made.config.config =
                new MapConfig(
                        Map.of(
                                "soam.lake.endpoint", store.endpoint(),
                                "soam.lake.access-key", S3Proxy.ACCESS_KEY,
                                "soam.lake.secret-key", S3Proxy.SECRET_KEY));
        made.connect();
        return made;
    }

    private BronzeUploads uploads(DataSource dataSource) {
        BronzeUploads made = new BronzeUploads();
        made.spoolAccess = spool;
        made.store = objects;
        made.config = objects.config;
        made.catalogue = new BronzeCatalogue();
        made.catalogue.dataSource = dataSource;
        made.meters = new LakeMeters();
        made.meters.meters = new Meters(new SimpleMeterRegistry());
        made.meters.platform = PlatformConfigs.of("soam-0");
        made.meters.register();
        made.clock = Clock.systemUTC();
        made.threads = threads;
        return made;
    }
}
