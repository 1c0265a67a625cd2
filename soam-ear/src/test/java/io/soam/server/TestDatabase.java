package io.soam.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A real PostgreSQL with the roles of an installation. */
final class TestDatabase implements AutoCloseable {

    /**
     * One database in it.
     *
     * @param url without credentials
     */
    record Access(String url, String password, String pipelinePassword) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, "soam", password);
        }
    }

    private final EmbeddedPostgres postgres;
    private final String password = UUID.randomUUID().toString();
    private final String pipelinePassword = UUID.randomUUID().toString();

    private TestDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TestDatabase start() throws IOException, SQLException {
        TestDatabase database =
                new TestDatabase(
                        EmbeddedPostgres.builder()
                                .setServerConfig("listen_addresses", "127.0.0.1")
                                .start());
        database.execute("create role soam login password '" + database.password + "'");
        database.execute(
                "create role soam_pipeline login password '" + database.pipelinePassword + "'");
        return database;
    }

    Access create(String name) throws SQLException {
        execute("create database " + name + " owner soam");
        return new Access(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name,
                password,
                pipelinePassword);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
