package io.soam.enrichment.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.servers.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class CatalogueIT {

    private static Database database;

    private final Catalogue catalogue = new Catalogue();

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = Database.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        catalogue.dataSource = database.dataSource();
        database.execute(
                "truncate soam.bronze_objects, soam.enrichment_batches, soam.pipeline_configurations");
        database.execute(
                "insert into soam.pipeline_configurations values (1, '{}', 'test', 'test')");
    }

    @Test
    void emptyCatalogue() throws SQLException {
        CatalogueState state = catalogue.state();

        assertThat(state.state()).isEqualTo("stopped");
        assertThat(state.configurationVersion()).isEqualTo(1);
        assertThat(state.lastBatch()).isZero();
        assertThat(state.waitingRows()).isZero();
        assertThat(state.oldestWaiting()).isNull();
        assertThat(state.oldestUnrefined()).isNull();
        assertThat(catalogue.newest(50)).isEmpty();
    }

    @Test
    void waitingAndOpenRows_areToldApart() throws SQLException {
        batch(1, true);
        batch(2, false);
        object("done", 10, "2026-11-24T10:00:00Z", "1");
        object("taken", 20, "2026-11-24T11:00:00Z", "2");
        object("waiting", 30, "2026-11-24T12:00:00Z", "null");

        CatalogueState state = catalogue.state();

        assertThat(state.lastBatch()).isEqualTo(1);
        assertThat(state.waitingRows()).isEqualTo(30);
        assertThat(state.oldestWaiting()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(state.oldestUnrefined()).isEqualTo(Instant.parse("2026-11-24T11:00:00Z"));
    }

    @Test
    void reportsAreRead() throws SQLException {
        batch(1, true);
        batch(2, true);
        batch(3, false);

        assertThat(catalogue.newest(50)).extracting(CommittedBatch::id).containsExactly(2L, 1L);
        assertThat(catalogue.after(1, 50)).extracting(CommittedBatch::id).containsExactly(2L);
        BatchReport report = catalogue.newest(1).get(0).report();
        assertThat(report.silver()).isEqualTo(990);
        assertThat(report.sensorToGold().p95()).isEqualTo(9.1);
        assertThat(report.rules()).containsEntry("sensor_id", 980L);
        assertThat(report.latestReadings().get(0).numbers()).containsEntry("temperature", 21.5);
        assertThat(catalogue.totals(Instant.EPOCH, 1))
                .isEqualTo(new DayTotals(Instant.EPOCH, 1_000, 4));
    }

    @Test
    void eachBatchIsGivenToOneServerOnly() throws SQLException {
        batch(1, true);
        batch(2, true);
        batch(3, false);

        List<CommittedBatch> first = catalogue.claim("soam-0", 1);
        List<CommittedBatch> second = catalogue.claim("soam-1", 20);

        assertThat(first).extracting(CommittedBatch::id).containsExactly(1L);
        assertThat(second).extracting(CommittedBatch::id).containsExactly(2L);
        assertThat(catalogue.claim("soam-0", 20)).isEmpty();
    }

    @Test
    void theApplicationsRole_mayTouchItsCatalogueAndNothingElse() throws SQLException {
        try (Connection connection = database.pipeline().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select * from soam.pipeline_configurations");
            statement.execute("update soam.bronze_objects set batch_id = null");
            assertThatThrownBy(() -> statement.execute("select * from soam.data_sources"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("delete from soam.bronze_objects"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("create table soam.mine (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static void batch(long id, boolean committed) throws SQLException {
        database.execute(
                """
                insert into soam.enrichment_batches
                  (id, epoch, configuration_version, object_count, row_count, committed_at, report)
                values (%d, 1, 1, 1, 1000, %s, %s)
                """
                        .formatted(id, committed ? "now()" : "null", committed ? REPORT : "null"));
    }

    private static void object(String key, int rows, String received, String batch)
            throws SQLException {
        database.execute(
                """
                insert into soam.bronze_objects (object_key, ingestion_id, row_count, byte_count,
                  first_received_at, last_received_at, batch_id)
                values ('%s', 'stream', %d, 1, '%s', '%s', %s)
                """
                        .formatted(key, rows, received, received, batch));
    }

    /** The example of docs/pipeline-contract.md. */
    private static final String REPORT =
            """
            '{"rowsIn": 1000, "silver": 990, "quarantined": 4, "waiting": 5, "duplicates": 1,
             "streams": {"a": {"silver": 990, "quarantined": 4, "waiting": 5}},
             "rules": {"sensor_id": 980},
             "stepMillis": {"plan": 3, "silver": 700},
             "lastReceivedAt": "2026-11-24T10:00:00Z", "lastEventTime": "2026-11-24T10:00:00Z",
             "sensorToSilver": {"count": 990, "p50": 6.1, "p95": 8.0, "p99": 8.2, "buckets": [0, 0, 2, 10, 978]},
             "sensorToGold": {"count": 990, "p50": 7.0, "p95": 9.1, "p99": 9.3, "buckets": [0, 0, 1, 9, 980]},
             "windows": 12, "alertsRaised": 1, "alertsCleared": 0,
             "tableVersions": {"silver/enriched": 17},
             "latestReadings": [{"at": "2026-11-24T10:00:00Z", "sensorId": "t7", "ingestionId": "a",
                                 "messageId": "m", "numbers": {"temperature": 21.5, "humidity": 60.2}}]}'
            """;
}
