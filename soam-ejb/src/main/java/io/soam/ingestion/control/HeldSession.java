package io.soam.ingestion.control;

import io.soam.domain.message.IngestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A session that was noted under another configuration than its data source has now.
 *
 * @param used the data source as it was when the session was in use
 * @param podName the server that used it last
 * @param lifetime after so long without a connection it is gone by itself
 * @param current the data source as it is now; null if it was deleted
 * @param replaced whether the data source brings messages as it is now, on any server
 * @param unwanted for how long nobody has wanted it
 * @param attempts how often it could not be ended
 * @param uses counts its uses
 */
record HeldSession(
        String name,
        SourceDefinition used,
        String podName,
        Duration lifetime,
        SourceDefinition current,
        boolean replaced,
        Duration unwanted,
        int attempts,
        long uses) {

    /** In the order of {@link SourceSessions#TAKE}. */
    static HeldSession read(ResultSet row) throws SQLException {
        IngestionId ingestionId = new IngestionId(row.getString(5));
        String type = row.getString(4);
        SourceDefinition used =
                new SourceDefinition(
                        row.getLong(2),
                        row.getString(3),
                        type,
                        ingestionId,
                        row.getString(6),
                        row.getLong(7),
                        null);
        long id = row.getLong(10);
        SourceDefinition current =
                row.wasNull()
                        ? null
                        : new SourceDefinition(
                                id,
                                row.getString(11),
                                type,
                                ingestionId,
                                row.getString(12),
                                row.getLong(13),
                                null);
        return new HeldSession(
                row.getString(1),
                used,
                row.getString(8),
                Duration.ofSeconds(row.getLong(9)),
                current,
                row.getBoolean(14),
                Duration.ofSeconds(row.getLong(15)),
                row.getInt(16),
                row.getLong(17));
    }

    boolean isExpired() {
        return unwanted.compareTo(lifetime) > 0;
    }
}
