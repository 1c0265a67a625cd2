package io.soam.ingestion.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.platform.control.PlatformConfigs;
import io.soam.servers.Database;
import io.soam.servers.Persistence;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class SourceRunsIT {

    private static final String SHARED = IngestionId.ofSource("Shared", "idle").value();
    private static final String EXCLUSIVE = IngestionId.ofSource("Exclusive", "idle").value();

    private static Database database;
    private static Persistence persistence;

    @TempDir Path directory;

    private TestServer first;
    private TestServer second;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = Database.start();
        persistence = new Persistence(database);
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        persistence.close();
        database.close();
    }

    @BeforeEach
    void start() throws Exception {
        database.execute("truncate soam.data_sources, soam.servers, soam.leases cascade");
        first = new TestServer(database, persistence, "soam-0", directory);
        second = new TestServer(database, persistence, "soam-1", directory);
    }

    @AfterEach
    void stop() throws Exception {
        first.leave();
        second.leave();
    }

    @Test
    void bothServersRunASharedSource_andFollowEveryChange() throws Exception {
        long id = register("Shared", "{\"exclusive\":false}");
        await().until(() -> runs(first, SHARED) && runs(second, SHARED));
        TestServer.Idle before = second.running().get(SHARED);

        change("update soam.data_sources set revision = revision + 1");
        await().until(() -> runs(second, SHARED) && second.running().get(SHARED) != before);
        await().untilAsserted(() -> assertStatus(id, "active", 2));

        change("update soam.data_sources set wanted = false");
        await().until(() -> !runs(first, SHARED) && !runs(second, SHARED));
        await().untilAsserted(() -> assertStatus(id, "stopped", 0));

        change("update soam.data_sources set wanted = true");
        await().until(() -> runs(first, SHARED) && runs(second, SHARED));
        change("update soam.data_sources set enabled = false");
        await().until(() -> !runs(first, SHARED) && !runs(second, SHARED));
        change("update soam.data_sources set enabled = true");
        await().until(() -> runs(first, SHARED) && runs(second, SHARED));

        change("delete from soam.data_sources");
        await().until(() -> !runs(first, SHARED) && !runs(second, SHARED));
        assertThat(first.states().condition(id)).isEmpty();
    }

    @Test
    void oneServerRunsAnExclusiveSource_theOtherTakesOverWhenItDies() throws Exception {
        long id = register("Exclusive", "{\"exclusive\":true}");
        await().until(() -> runs(first, EXCLUSIVE) || runs(second, EXCLUSIVE));
        TestServer owner = runs(first, EXCLUSIVE) ? first : second;
        TestServer other = owner == first ? second : first;
        MessageSink.Stream stream = stream(owner);
        stream.accept("{}".getBytes(UTF_8), () -> {});

        Instant killed = Instant.now();
        owner.kill();
        await().atMost(Duration.ofSeconds(30)).until(() -> runs(other, EXCLUSIVE));

        assertThat(Duration.between(killed, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(runs(owner, EXCLUSIVE)).as("the dead one has stopped before").isFalse();
        assertThatThrownBy(() -> stream.accept("{}".getBytes(UTF_8), () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Another server may run data source 'Exclusive'");
        await().untilAsserted(() -> assertStatus(id, "active", 1));
    }

    @Test
    void oneServerThatLeavesIsReplacedAtOnce() throws Exception {
        register("Exclusive", "{\"exclusive\":true}");
        await().until(() -> runs(first, EXCLUSIVE) || runs(second, EXCLUSIVE));
        TestServer owner = runs(first, EXCLUSIVE) ? first : second;
        TestServer other = owner == first ? second : first;

        owner.leave();

        await().atMost(Duration.ofSeconds(9)).until(() -> runs(other, EXCLUSIVE));
        assertThat(runs(owner, EXCLUSIVE)).isFalse();
    }

    @Test
    void aFailureIsSeenFromEveryServer() throws Exception {
        long id = register("Exclusive", "{\"exclusive\":true}");
        await().until(() -> runs(first, EXCLUSIVE) || runs(second, EXCLUSIVE));
        TestServer owner = runs(first, EXCLUSIVE) ? first : second;
        TestServer other = owner == first ? second : first;

        owner.running().get(EXCLUSIVE).context().failed("The API answers 503.");

        await().untilAsserted(
                        () ->
                                assertThat(other.states().ofServers(id))
                                        .extracting(ReplicaState::attempts)
                                        .containsExactly(1));
        await().until(() -> runs(owner, EXCLUSIVE));
        await().untilAsserted(() -> assertStatus(id, "active", 1));
    }

    @Test
    void whatBecameOfASource_isKept_untilItIsDeleted() throws Exception {
        long id = register("Exclusive", "{\"exclusive\":true}");
        await().until(() -> runs(first, EXCLUSIVE) || runs(second, EXCLUSIVE));
        TestServer owner = runs(first, EXCLUSIVE) ? first : second;
        TestServer other = owner == first ? second : first;
        for (int i = 0; i < 2; i++) {
            await().until(() -> runs(owner, EXCLUSIVE));
            TestServer.Idle failing = owner.running().get(EXCLUSIVE);
            failing.context().failed("The API answers 503.");
            await().until(() -> owner.running().get(EXCLUSIVE) != failing);
        }
        await().until(() -> runs(owner, EXCLUSIVE));
        change("update soam.data_sources set wanted = false");

        await().untilAsserted(
                        () ->
                                assertThat(other.events().find(id, null, 0, 50))
                                        .extracting(
                                                RecordedEvent::statusBefore,
                                                RecordedEvent::status,
                                                RecordedEvent::error)
                                        .containsExactly(
                                                tuple("active", "stopped", null),
                                                tuple("error", "active", null),
                                                tuple("active", "error", "The API answers 503."),
                                                tuple("error", "active", null),
                                                tuple("active", "error", "The API answers 503."),
                                                tuple("connecting", "active", null),
                                                tuple(null, "connecting", null)));
        assertThat(other.events().count(id, SourceStatus.ERROR)).isEqualTo(2);
        assertThat(other.events().find(id, SourceStatus.ERROR, 1, 50)).hasSize(1);
        assertThat(other.events().find(id, null, 0, 1).get(0).podName()).startsWith("soam-");

        change("delete from soam.data_sources");
        assertThat(other.events().count(id, null)).isZero();
    }

    @Test
    void historyIsBounded_andALoopOfEqualFailuresIsOneRow() throws Exception {
        long id = register("Shared", "{\"exclusive\":false}");
        SourceEvents events = new SourceEvents();
        events.dataSource = database.dataSource();
        events.platform = PlatformConfigs.of("soam-9");
        events.clock = Clock.systemUTC();
        SourceDefinition source =
                new SourceDefinition(
                        id,
                        "Shared",
                        "idle",
                        IngestionId.ofSource("Shared", "idle"),
                        "{}",
                        1,
                        null);
        for (int i = 0; i < 3; i++) {
            events.note(source, RunState.of(SourceStatus.ERROR, "refused"));
            events.note(source, RunState.of(SourceStatus.CONNECTING, null));
            events.write();
        }
        assertThat(events.find(id, SourceStatus.ERROR, 0, 10))
                .singleElement()
                .satisfies(event -> assertThat(event.occurrences()).isEqualTo(3))
                .satisfies(event -> assertThat(event.lastAt()).isAfter(event.at()));

        for (int i = 0; i < SourceEvents.MOST_OF_A_SOURCE + 5; i++) {
            events.note(source, RunState.of(SourceStatus.ERROR, "Failure " + i));
        }
        events.write();
        assertThat(events.count(id, null)).isGreaterThan(SourceEvents.MOST_OF_A_SOURCE);
        events.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));
        events.write();
        assertThat(events.count(id, null)).isEqualTo(SourceEvents.MOST_OF_A_SOURCE);
        assertThat(events.find(id, null, 0, 1).get(0).error()).isEqualTo("Failure 204");

        events.clock = Clock.offset(Clock.systemUTC(), SourceEvents.KEPT.plusMinutes(1));
        events.write();
        assertThat(events.count(id, null)).isZero();
    }

    @Test
    void whatBothServersReceiveIsCountedTogether() throws Exception {
        long id = register("Shared", "{\"exclusive\":false}");
        await().until(() -> runs(first, SHARED) && runs(second, SHARED));
        for (TestServer server : List.of(first, second)) {
            MessageSink.Stream stream = stream(server);
            for (int i = 0; i < 5; i++) {
                stream.accept(("{\"n\":" + i + "}").getBytes(UTF_8), () -> {});
            }
            server.activity().flush();
            server.activity().flush();
        }

        ActivityHistory history = new ActivityHistory();
        history.dataSource = database.dataSource();
        history.clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(10));
        assertThat(history.totals(id).received()).isEqualTo(10);
        assertThat(history.totals(id).bytes()).isEqualTo(70);
        assertThat(history.totals(id).lastMessageAt()).isAfter(Instant.now().minusSeconds(60));
        assertThat(history.lastMinute(id).received()).isEqualTo(10);
        assertThat(history.series(List.of(id), 10).get(id))
                .hasSize(60)
                .satisfies(
                        points ->
                                assertThat(points.stream().mapToLong(point -> point.received()))
                                        .as("zeros but for the last steps")
                                        .contains(0L))
                .satisfies(
                        points ->
                                assertThat(points.stream().mapToLong(p -> p.received()).sum())
                                        .isEqualTo(10));
    }

    private MessageSink.Stream stream(TestServer server) {
        TestServer.Idle connector =
                Stream.of(SHARED, EXCLUSIVE)
                        .map(server.running()::get)
                        .filter(idle -> idle != null)
                        .findFirst()
                        .orElseThrow();
        return connector.context().sink().stream(
                new StreamHeader(connector.context().ingestionId().value(), "idle", Map.of()));
    }

    private static boolean runs(TestServer server, String ingestionId) {
        return server.running().containsKey(ingestionId);
    }

    private void assertStatus(long id, String status, int servers) {
        assertThat(first.states().condition(id))
                .get()
                .extracting(SourceCondition::status)
                .isEqualTo(status);
        assertThat(second.states().ofServers(id)).hasSize(servers);
    }

    private void change(String sql) throws Exception {
        database.execute(sql);
        second.changed();
    }

    private long register(String name, String config) {
        long id =
                persistence.call(
                        entities -> {
                            RegisteredSource source =
                                    new RegisteredSource(
                                            name, "idle", config, "test", Instant.now());
                            entities.persist(source);
                            entities.flush();
                            return source.getId();
                        });
        second.changed();
        return id;
    }
}
