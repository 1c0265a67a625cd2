package io.soam.replicas.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.servers.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasesIT {

    private static final List<String> ONE = List.of("source/1");

    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        database = Database.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute("truncate soam.leases");
        database.execute("truncate soam.servers cascade");
    }

    @Test
    void oneServerHasIt_untilItGivesItBack() throws SQLException {
        try (TestReplica first = new TestReplica(database, "soam-0").start();
                TestReplica second = new TestReplica(database, "soam-1").start()) {
            Lease lease = first.leases().look(ONE, Set.of()).get("source/1");
            assertThat(lease.isValid()).isTrue();
            assertThat(second.leases().look(ONE, Set.of())).isEmpty();

            assertThat(first.leases().look(List.of(), ONE))
                    .as("not while its work still runs")
                    .containsKey("source/1");
            assertThat(first.leases().look(List.of(), Set.of())).isEmpty();
            assertThat(lease.isValid()).isFalse();

            Lease next = second.leases().look(ONE, Set.of()).get("source/1");
            assertThat(next.fence()).isGreaterThan(lease.fence());
        }
    }

    @Test
    void aServerThatIsKilledLosesIt_afterItHasStoppedTrustingIt() throws SQLException {
        TestReplica killed = new TestReplica(database, "soam-0").start();
        Lease lost = killed.leases().look(ONE, Set.of()).get("source/1");
        killed.kill();
        try (TestReplica survivor = new TestReplica(database, "soam-1").start()) {
            Map<String, Lease> taken =
                    await().atMost(Duration.ofSeconds(30))
                            .pollInterval(Duration.ofMillis(200))
                            .until(
                                    () -> survivor.leases().look(ONE, Set.of()),
                                    leases -> !leases.isEmpty());

            assertThat(lost.isValid()).isFalse();
            assertThat(taken.get("source/1").fence()).isGreaterThan(lost.fence());
            assertThat(killed.leases().look(ONE, Set.of()))
                    .as("the killed one, back from the dead, has lost it")
                    .isEmpty();
        }
    }

    @Test
    void aLeaseIsTrustedForAShorterTimeThanItLastsInTheDatabase() {
        assertThat(Leases.TRUSTED).isLessThanOrEqualTo(Leases.LIFETIME.minusSeconds(5));
    }

    @Test
    void theDatabasesClockDecides_whateverAServerBelieves() throws SQLException {
        try (TestReplica first = new TestReplica(database, "soam-0").start();
                TestReplica second = new TestReplica(database, "soam-1").start()) {
            Lease old = first.leases().look(ONE, Set.of()).get("source/1");
            database.execute("update soam.leases set expires_at = clock_timestamp()");

            Lease taken = second.leases().look(ONE, Set.of()).get("source/1");
            assertThat(first.leases().look(ONE, Set.of())).isEmpty();

            assertThat(old.isValid()).isFalse();
            assertThat(taken.isValid()).isTrue();
        }
    }

    @Test
    void newOnesAreSpreadOverTheServers() throws SQLException {
        List<String> names = IntStream.range(0, 10).mapToObj(i -> "source/" + i).toList();
        try (TestReplica first = new TestReplica(database, "soam-0").start();
                TestReplica second = new TestReplica(database, "soam-1").start()) {
            assertThat(first.leases().look(names, Set.of())).hasSize(5);
            assertThat(second.leases().look(names, Set.of())).hasSize(5);
        }
    }

    @Test
    void whatNobodyTakesIsTakenByWhoeverIsThere() throws SQLException {
        List<String> names = IntStream.range(0, 4).mapToObj(i -> "source/" + i).toList();
        try (TestReplica working = new TestReplica(database, "soam-0").start();
                TestReplica idle = new TestReplica(database, "soam-1").start()) {
            assertThat(idle.replicas().isRegistered()).isTrue();
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> working.leases().look(names, Set.of()).size() == 4);
        }
    }

    @Test
    void aServerThatLeavesGivesEverythingBackAtOnce() throws SQLException {
        TestReplica leaving = new TestReplica(database, "soam-0").start();
        leaving.leases().look(ONE, Set.of());
        try (TestReplica other = new TestReplica(database, "soam-1").start()) {
            leaving.close();
            assertThat(other.leases().look(ONE, Set.of())).containsKey("source/1");
            assertThat(other.replicas().living())
                    .extracting(Server::podName)
                    .containsOnly("soam-1");
        }
    }

    @Test
    void aSecondServerOfTheSameNameWaitsForTheFirstToDie() throws SQLException {
        try (TestReplica first = new TestReplica(database, "soam-0").start()) {
            TestReplica second = new TestReplica(database, "soam-0");
            second.beat();
            assertThat(second.replicas().isRegistered()).isFalse();
            assertThat(first.replicas().living()).hasSize(1);

            first.kill();
            database.execute(
                    "update soam.servers set heartbeat_at = clock_timestamp() - interval '13 seconds'");
            second.beat();

            assertThat(second.replicas().isRegistered()).isTrue();
            assertThat(second.replicas().living())
                    .extracting(Server::instance)
                    .containsExactly(second.replicas().instance());
            first.beat();
            assertThat(first.replicas().isRegistered()).isFalse();
        }
    }
}
