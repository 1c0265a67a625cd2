package io.soam.spark.enrichment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the schema that WildFly creates, and what WildFly does in it. */
final class TestCatalogue implements AutoCloseable {

    private static final String ROLE = "soam_pipeline";
    private static final Path MIGRATIONS = Path.of("target/test-classes/db/migration");

    private final EmbeddedPostgres postgres;

    TestCatalogue() throws IOException, SQLException {
        postgres =
                EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
        execute("create role " + ROLE + " login");
        execute("create schema soam");
        migrate("V*.sql");
        migrate("R*.sql");
    }

    private void migrate(String pattern) throws IOException, SQLException {
        List<Path> scripts = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(MIGRATIONS, pattern)) {
            found.forEach(scripts::add);
        }
        Collections.sort(scripts);
        for (Path script : scripts) {
            execute(Files.readString(script).replace("${pipelineRole}", ROLE));
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?currentSchema=soam";
    }

    /** As the Spark application sees it. */
    DataSource pipeline() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(ROLE);
        return dataSource;
    }

    /** Forgets everything but the schema. */
    void clear() throws SQLException {
        execute(
                "truncate bronze_objects, enrichment_batches, pipeline_configurations;"
                        + " update enrichment_applications set epoch = 0, state = 'stopped'");
    }

    void raiseEpoch(long epoch) throws SQLException {
        execute("update enrichment_applications set state = 'starting', epoch = " + epoch);
    }

    void configure(long version, String document) throws SQLException {
        try (Connection c = connection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into pipeline_configurations values"
                                        + " (?, cast(? as jsonb), 'test', 'test')")) {
            insert.setLong(1, version);
            insert.setString(2, document);
            insert.executeUpdate();
        }
    }

    void register(String key, String ingestionId, long rows, Instant receivedAt)
            throws SQLException {
        try (Connection c = connection();
                PreparedStatement insert =
                        c.prepareStatement(
                                "insert into bronze_objects (object_key, ingestion_id, row_count,"
                                        + " byte_count, first_received_at, last_received_at)"
                                        + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, ingestionId);
            insert.setLong(3, rows);
            insert.setLong(4, rows * 100);
            insert.setTimestamp(5, Timestamp.from(receivedAt));
            insert.setTimestamp(6, Timestamp.from(receivedAt));
            insert.executeUpdate();
        }
    }

    /** First column of the first row, as text. */
    String value(String sql) throws SQLException {
        try (Connection c = connection();
                Statement statement = c.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection c = connection();
                Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setSchema("soam");
        return connection;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
