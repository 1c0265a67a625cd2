package io.soam.batch.enrichment;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Decides which replica supervises the application: the one whose connection holds a lock in the
 * database. When that replica dies, its connection ends and with it the lock; when its machine
 * vanishes, the database notices within half a minute. The epoch protects the tables meanwhile.
 */
@ApplicationScoped
class Leadership {

    /** Number of the database lock. */
    private static final long LOCK = 0x50c0_0101L;

    private static final int PROBE_SECONDS = 5;

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    private Connection holder;

    /**
     * Whether this replica is the one, after trying to become it. Called by the supervisor only,
     * one call after the other.
     */
    boolean held() throws SQLException {
        if (holder != null && holder.isValid(PROBE_SECONDS)) {
            return true;
        }
        release();
        Connection candidate = dataSource.getConnection();
        boolean locked = false;
        try {
            locked = lock(candidate);
        } finally {
            if (locked) {
                holder = candidate;
            } else {
                candidate.close();
            }
        }
        return locked;
    }

    /** A connection that is broken has lost the lock already. */
    @PreDestroy
    void release() {
        if (holder == null) {
            return;
        }
        try (Connection ending = holder) {
            holder = null;
            if (ending.isValid(PROBE_SECONDS)) {
                unlock(ending);
            }
        } catch (SQLException e) {
            BatchLog.LOG.databaseFails(e.getMessage());
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
        }
        try (Statement settings = connection.createStatement()) {
            settings.execute(
                    "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
                            + " set tcp_keepalives_count = 3");
        }
        return true;
    }

    /** The connection goes back to the pool, so it must go without the lock. */
    private static void unlock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            statement.execute(
                    "reset tcp_keepalives_idle; reset tcp_keepalives_interval; reset tcp_keepalives_count");
        }
    }
}
