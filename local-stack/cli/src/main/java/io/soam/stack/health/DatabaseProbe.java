package io.soam.stack.health;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Passes when a sign-in to PostgreSQL succeeds. */
public record DatabaseProbe(String url, String user, String password) implements Probe {

    private static final int TIMEOUT_SECONDS = 2;

    @Override
    public boolean passes() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
