package io.soam.spark.catalogue;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The row by which the supervisor sees that this application lives. Belongs to one thread. */
public final class ApplicationRecord implements AutoCloseable {

    /** What the application is doing. */
    public enum State {
        RUNNING,
        STOPPING,
        STOPPED,
        FAILED
    }

    private static final String UPDATE =
            """
            update enrichment_applications
               set state = ?, application_id = ?, message = ?, heartbeat_at = now()
             where name = 'enrichment' and epoch = ?
            """;

    private final CatalogueConnection connection;
    private final long epoch;
    private final String applicationId;

    public ApplicationRecord(DataSource dataSource, long epoch, String applicationId) {
        this.connection = new CatalogueConnection(dataSource);
        this.epoch = epoch;
        this.applicationId = applicationId;
    }

    /**
     * Says that the application lives.
     *
     * @param message what troubles it; null if nothing does
     * @throws FencedException if it has been replaced
     */
    public void beat(State state, String message) throws SQLException {
        connection.transaction(
                c -> {
                    try (PreparedStatement update = c.prepareStatement(UPDATE)) {
                        update.setString(1, state.name().toLowerCase(java.util.Locale.ROOT));
                        update.setString(2, applicationId);
                        update.setString(3, message);
                        update.setLong(4, epoch);
                        if (update.executeUpdate() == 0) {
                            throw new FencedException(epoch);
                        }
                    }
                    return null;
                });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
