package io.soam.stack.part;

import io.soam.stack.home.Installation;
import io.soam.stack.home.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The roles and databases a stack needs: in production the operator makes them. */
final class Databases {

    private static final String ROLE = "SELECT 1 FROM pg_roles WHERE rolname = ?";
    private static final String DATABASE = "SELECT 1 FROM pg_database WHERE datname = ?";

    private Databases() {}

    static void createMissing(Installation stack) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(
                        stack.ports().databaseUrl(PostgreSql.ADMIN),
                        PostgreSql.ADMIN,
                        stack.secret(Secret.POSTGRESQL_ADMIN))) {
            role(connection, "soam", stack.secret(Secret.DATABASE));
            role(connection, "soam_pipeline", stack.secret(Secret.PIPELINE_DATABASE));
            role(connection, "keycloak", stack.secret(Secret.KEYCLOAK_DATABASE));
            database(connection, "soam");
            database(connection, "keycloak");
        }
    }

    private static void role(Connection connection, String name, String password)
            throws SQLException {
        if (!exists(connection, ROLE, name)) {
            execute(
                    connection,
                    "CREATE ROLE %s LOGIN PASSWORD %s"
                            .formatted(
                                    connection.createStatement().enquoteIdentifier(name, true),
                                    connection.createStatement().enquoteLiteral(password)));
        }
    }

    private static void database(Connection connection, String nameAndOwner) throws SQLException {
        if (!exists(connection, DATABASE, nameAndOwner)) {
            execute(connection, "CREATE DATABASE %1$s OWNER %1$s".formatted(nameAndOwner));
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
