package io.soam.batch.enrichment;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * The row through which we, the application and the portal know of each other. Every change is one
 * statement, so it is atomic with or without a transaction around it.
 */
@ApplicationScoped
class EnrichmentApplications {

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    /**
     * Begins an epoch: whoever works in an older one may write no more.
     *
     * @return the new epoch
     */
    long raiseEpoch() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update soam.enrichment_applications set epoch = epoch + 1, state = 'starting',"
                                        + " application_id = null, message = null, started_at = now(),"
                                        + " heartbeat_at = null"
                                        + " where name = ? returning epoch")) {
            statement.setString(1, EnrichmentJob.NAME);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    ApplicationStatus status() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select epoch, state, application_id, started_at, heartbeat_at, wanted,"
                                        + " wanted_by, now()"
                                        + " from soam.enrichment_applications where name = ?")) {
            statement.setString(1, EnrichmentJob.NAME);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new ApplicationStatus(
                        row.getLong(1),
                        ApplicationState.of(row.getString(2)),
                        row.getString(3),
                        instant(row, 4),
                        instant(row, 5),
                        row.getBoolean(6),
                        row.getString(7),
                        instant(row, 8));
            }
        }
    }

    /** Says how things stand, unless a newer epoch has begun. */
    void report(long epoch, ApplicationState state, String message) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update soam.enrichment_applications set state = ?, message = ?"
                                        + " where name = ? and epoch = ?")) {
            statement.setString(1, state.column());
            statement.setString(2, message);
            statement.setString(3, EnrichmentJob.NAME);
            statement.setLong(4, epoch);
            statement.executeUpdate();
        }
    }

    /**
     * Keeps what an administrator wants.
     *
     * @throws IllegalStateException if the database does not answer
     */
    void want(boolean running, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update soam.enrichment_applications set wanted = ?, wanted_by = ?"
                                        + " where name = ?")) {
            statement.setBoolean(1, running);
            statement.setString(2, by);
            statement.setString(3, EnrichmentJob.NAME);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The request could not be stored.", e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
