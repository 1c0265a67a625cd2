package io.soam.ingestion.control;

import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What became of the data sources on all servers, one row for each change of a state. */
@ApplicationScoped
public class SourceEvents {

    /** So many are kept of each data source. */
    static final int MOST_OF_A_SOURCE = 200;

    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration BETWEEN_CLEARINGS = Duration.ofMinutes(5);

    private static final String WRITE =
            "insert into soam.source_events as e (event_key, source_id, pod_name, at, last_at,"
                    + " occurrences, status_before, status, error)"
                    // One that has just been deleted has no history any more.
                    + " select ?, d.id, ?, ?, ?, ?, ?, ?, ? from soam.data_sources d where d.id = ?"
                    + " on conflict (event_key) do update set last_at = excluded.last_at,"
                    + " occurrences = excluded.occurrences where e.occurrences < excluded.occurrences";
    private static final String CLEAR =
            "delete from soam.source_events e using"
                    + " (select id, row_number() over (partition by source_id order by last_at desc, id desc) as n"
                    + " from soam.source_events) o where o.id = e.id and (o.n > ? or e.last_at < ?)";
    private static final String WHICH =
            " from soam.source_events where source_id = ? and (?::varchar is null or status = ?)";
    private static final String PART =
            "select id, pod_name, at, last_at, occurrences, status_before, status, error"
                    + WHICH
                    + " order by last_at desc, id desc limit ? offset ?";
    private static final String COUNT = "select count(*)" + WHICH;

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject PlatformConfig platform;

    @Inject Clock clock;

    private final SourceEventBook book = new SourceEventBook();
    private Instant clearedAt = Instant.EPOCH;

    /** Notes a state for the next writing; never waits for the database. */
    void note(SourceDefinition source, RunState state) {
        book.note(source.id(), state, clock.instant());
    }

    /** Writes what has been noted, and clears what is old now and then. */
    synchronized void write() throws SQLException {
        List<SourceEvent> events = book.take();
        try {
            insert(events);
        } catch (SQLException e) {
            book.giveBack(events);
            throw e;
        }
        Instant now = clock.instant();
        if (!now.isBefore(clearedAt.plus(BETWEEN_CLEARINGS))) {
            clearedAt = now;
            clear(now);
        }
    }

    /** Those of a data source, the newest first. */
    public List<RecordedEvent> find(long sourceId, SourceStatus status, int offset, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PART)) {
            which(select, sourceId, status);
            select.setInt(4, limit);
            select.setInt(5, offset);
            List<RecordedEvent> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How many there are of a data source. */
    public long count(long sourceId, SourceStatus status) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            which(select, sourceId, status);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private void insert(List<SourceEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(WRITE)) {
            for (SourceEvent event : events) {
                insert.setObject(1, event.key());
                insert.setString(2, platform.podName());
                insert.setTimestamp(3, Timestamp.from(event.at()));
                insert.setTimestamp(4, Timestamp.from(event.lastAt()));
                insert.setLong(5, event.occurrences());
                insert.setString(6, event.before() == null ? null : event.before().code());
                insert.setString(7, event.status().code());
                insert.setString(8, event.error());
                insert.setLong(9, event.sourceId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void clear(Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(CLEAR)) {
            delete.setInt(1, MOST_OF_A_SOURCE);
            delete.setTimestamp(2, Timestamp.from(now.minus(KEPT)));
            delete.executeUpdate();
        }
    }

    private static void which(PreparedStatement select, long sourceId, SourceStatus status)
            throws SQLException {
        String code = status == null ? null : status.code();
        select.setLong(1, sourceId);
        select.setString(2, code);
        select.setString(3, code);
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant(),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static PersistenceException unreadable(SQLException e) {
        return new PersistenceException("The history of the data source cannot be read", e);
    }
}
