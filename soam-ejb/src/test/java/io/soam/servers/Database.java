package io.soam.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** PostgreSQL with our schema, made by the migrations that the server runs. */
public final class Database implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private Database(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static Database start() throws IOException, SQLException {
        Database database = new Database(EmbeddedPostgres.start());
        database.execute("create role soam_pipeline login");
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("soam")
                .defaultSchema("soam")
                .placeholders(Map.of("pipelineRole", "soam_pipeline"))
                .load()
                .migrate();
        return database;
    }

    public DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    /** The same database with the rights of the Spark application. */
    public DataSource pipeline() {
        return postgres.getDatabase("soam_pipeline", "postgres");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
