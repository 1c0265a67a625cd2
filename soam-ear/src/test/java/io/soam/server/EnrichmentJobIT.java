package io.soam.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job, the real Spark application that it launches, and the deaths of both. */
class EnrichmentJobIT {

    private static final String APPLICATION = "io.soam.spark.enrichment.EnrichmentMain";
    private static final Duration LAUNCH = Duration.ofSeconds(90);
    private static final Duration RELAUNCH = Duration.ofSeconds(40);

    private static TestDatabase.Access database;
    private static WildFlyServer server;

    @BeforeAll
    static void launch() throws IOException, SQLException {
        Path home = Path.of(System.getProperty("soam.spark.home"));
        Path application = Path.of(System.getProperty("soam.spark.application"));
        assumeTrue(
                Files.exists(application) && Files.exists(home.resolve("bin/spark-submit")),
                "spark-jobs has not been built");
        database = TestServices.database().create("job");
        Path base = ServerBase.make("job", true);
        Map<String, String> environment = Settings.of(database, base);
        environment.put("SOAM_SPARK_HOME", home.toRealPath().toString());
        environment.put("SOAM_SPARK_APPLICATION", application.toRealPath().toString());
        environment.put("SOAM_SPARK_CONNECT_HOST", "127.0.0.1");
        environment.put("SOAM_SPARK_CONNECT_PORT", String.valueOf(Ports.free()));
        environment.put("SOAM_SPARK_CONNECT_TOKEN", UUID.randomUUID().toString());
        environment.put("SOAM_ENRICHMENT_TRIGGER_SECONDS", "1");
        server = new WildFlyServer(base, environment);
        server.start();
    }

    @AfterAll
    static void end() throws InterruptedException {
        if (server != null) {
            server.end();
        }
    }

    @BeforeEach
    void isRunning() throws SQLException {
        execute("update soam.enrichment_applications set wanted = true");
        await().atMost(LAUNCH).until(() -> row().state().equals("running"));
    }

    @Test
    void anApplicationThatIsKilledRunsAgainInANewEpoch() throws SQLException {
        long epoch = row().epoch();

        server.processes(APPLICATION).forEach(ProcessHandle::destroyForcibly);

        await().atMost(RELAUNCH).until(() -> row().runsAfter(epoch));
        assertThat(server.processes(APPLICATION)).hasSize(1);
    }

    @Test
    void anApplicationWhoseEpochIsOverGivesWay() throws SQLException {
        long epoch = row().epoch();

        execute("update soam.enrichment_applications set epoch = epoch + 1");

        await().atMost(LAUNCH).until(() -> row().runsAfter(epoch + 1));
        assertThat(server.processes(APPLICATION)).hasSize(1);
    }

    @Test
    void whatAnAdministratorStopsStaysDownUntilItIsStarted() throws SQLException {
        long epoch = row().epoch();

        execute("update soam.enrichment_applications set wanted = false, wanted_by = 'alice'");

        await().atMost(RELAUNCH).until(() -> "Stopped by alice".equals(row().message()));
        assertThat(row().state()).isEqualTo("stopped");
        assertThat(server.processes(APPLICATION)).isEmpty();
        await().until(() -> executions().get(executions().size() - 1).equals("STOPPED"));

        execute("update soam.enrichment_applications set wanted = true");

        await().atMost(LAUNCH).until(() -> row().runsAfter(epoch));
    }

    @Test
    void aServerThatIsKilledTakesTheApplicationWithItAndItsSuccessorContinues() throws Exception {
        long epoch = row().epoch();
        int before = executions().size();
        List<ProcessHandle> applications = server.processes(APPLICATION).toList();

        server.kill();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> applications.stream().noneMatch(ProcessHandle::isAlive));

        server.start();

        await().atMost(LAUNCH).until(() -> row().runsAfter(epoch));
        assertThat(executions()).hasSize(before + 1).endsWith("FAILED", "STARTED");
    }

    @Test
    void aServerThatStopsStopsTheApplicationGracefully() throws Exception {
        List<ProcessHandle> applications = server.processes(APPLICATION).toList();

        assertThat(server.stop()).isTrue();

        assertThat(applications).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(row())
                .extracting(EnrichmentRow::state, EnrichmentRow::message)
                .containsExactly("stopped", "The server has stopped");
        assertThat(executions()).endsWith("STOPPED");

        server.start();
    }

    private static EnrichmentRow row() throws SQLException {
        return EnrichmentRow.read(database);
    }

    /** Batch status of all runs, oldest first. */
    private static List<String> executions() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select batchstatus from job_execution order by jobexecutionid")) {
            List<String> states = new ArrayList<>();
            while (rows.next()) {
                states.add(rows.getString(1));
            }
            return states;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
