package io.soam.lake.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.control.SpoolAccesses;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolSamples;
import io.soam.platform.PlainThreads;
import io.soam.servers.Database;
import io.soam.servers.MisbehavingStore;
import io.soam.servers.MisbehavingStore.AnswerLost;
import io.soam.servers.MisbehavingStore.Delayed;
import io.soam.servers.MisbehavingStore.Fate;
import io.soam.servers.MisbehavingStore.Passed;
import io.soam.servers.MisbehavingStore.Refused;
import io.soam.servers.S3Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is slow, refuses now and then, or whose answers get lost. */
class StoreFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir Path directory;

    private final PlainThreads threads = new PlainThreads();
    private Database database;
    private Connection connection;
    private S3Proxy real;
    private MisbehavingStore store;
    private NumberedUploads numbered;
    private SpoolAccess spool;
    private BronzeUploads uploads;

    @BeforeEach
    void start() throws Exception {
        database = Database.start();
        connection = database.dataSource().getConnection();
        real = new S3Proxy(directory);
        real.start();
        numbered = new NumberedUploads(directory, real, connection);
    }

    @AfterEach
    void stop() throws Exception {
        uploads.stop();
        SpoolAccesses.release(spool);
        store.close();
        real.close();
        connection.close();
        database.close();
    }

    @Test
    void aSlowStore_isAskedForManyObjectsAtOnce_butNotForMore() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        begin(path -> new Delayed(never, Duration.ofSeconds(5)));
        Instant begin = Instant.now();

        append(480, 48);

        await().atMost(PATIENCE).until(() -> registered() == 480);
        assertThat(store.mostUnderWay()).isBetween(9, ObjectWriters.MOST_AT_ONCE);
        // One after the other would take four minutes.
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertStored(480);
    }

    @Test
    void refusals_areRiddenOut() throws Exception {
        AtomicInteger count = new AtomicInteger();
        begin(path -> count.incrementAndGet() % 3 == 0 ? new Refused() : new Passed());

        append(400, 40);

        await().atMost(PATIENCE).until(() -> registered() == 400);
        assertThat(store.puts()).isGreaterThan(55);
        await().atMost(PATIENCE).until(() -> uploads.state().isHealthy());
        assertThat(directory.resolve("spool/damaged")).doesNotExist();
        assertStored(400);
    }

    @Test
    void lostAnswers_areNoLosses_andNothingIsStoredTwice() throws Exception {
        Set<String> lost = ConcurrentHashMap.newKeySet();
        begin(path -> lost.add(path) ? new AnswerLost() : new Passed());

        append(200, 20);

        await().atMost(PATIENCE).until(() -> registered() == 200);
        assertThat(lost).hasSize(20);
        assertThat(store.puts()).isGreaterThanOrEqualTo(40);
        assertStored(200);
    }

    @Test
    void laterSegmentsAreStoredMeanwhile_butRegisteredAfterEarlierOnes() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        begin(path -> path.contains("stream_0/") ? new Delayed(release, PATIENCE) : new Passed());
        append("stream_0", 1);
        append("stream_1", 2);
        append("stream_2", 3);

        await().atMost(PATIENCE).until(() -> numbered.rows() == 2);
        assertThat(registered()).isZero();
        assertThat(spool.state().segments()).isEqualTo(3);
        release.countDown();

        await().atMost(PATIENCE).until(() -> registered() == 3);
        assertThat(streamsInOrder()).containsExactly("stream_0", "stream_1", "stream_2");
        await().atMost(PATIENCE).until(() -> spool.state().segments() == 0);
    }

    private void begin(Function<String, Fate> fates) throws Exception {
        store = new MisbehavingStore(real, fates);
        spool = SpoolAccesses.open(directory.resolve("spool"), threads);
        String address = connection.getMetaData().getURL() + "?user=postgres";
        uploads = UploadingProcess.uploads(spool, store.endpoint(), address, threads);
        uploads.start();
    }

    private void append(int messages, int streams) throws InterruptedException {
        for (int number = 1; number <= messages; number++) {
            send("stream_" + number % streams, number);
        }
    }

    /** In a segment of its own. */
    private void append(String stream, int number) throws InterruptedException {
        send(stream, number);
        await().atMost(PATIENCE).until(() -> store.puts() == number);
    }

    private void send(String stream, int number) throws InterruptedException {
        spool.spool()
                .append(
                        new SpoolEntry(
                                SpoolSamples.record(
                                        SpoolSamples.header(stream),
                                        SpoolSamples.RECEIVED,
                                        ("{\"seq\":" + number + "}").getBytes(UTF_8)),
                                () -> {}));
    }

    private void assertStored(int messages) throws Exception {
        assertThat(numbered.stored())
                .isEqualTo(IntStream.rangeClosed(1, messages).boxed().collect(Collectors.toSet()));
        assertThat(numbered.rows()).isEqualTo(messages);
        await().atMost(PATIENCE).until(() -> spool.state().bytes() == 0);
    }

    private long registered() throws Exception {
        return NumberedUploads.registered(connection);
    }

    private List<String> streamsInOrder() throws Exception {
        List<String> streams = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select ingestion_id from soam.bronze_objects order by id")) {
            while (rows.next()) {
                streams.add(rows.getString(1));
            }
        }
        return streams;
    }
}
