package io.soam.ingestion.control;

import io.soam.ingestion.control.SourceCounters.SourceCounts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Counts what comes of each data source and adds it, every few seconds, to what all servers have
 * counted in the database. What could not be added is added next time.
 */
@ApplicationScoped
public class SourceActivity {

    /** Length of a step. */
    static final int STEP_SECONDS = 10;

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration BETWEEN_CLEARINGS = Duration.ofMinutes(5);

    private static final String ROWS =
            " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[])"
                    + " as n(source_id, received, failed, bytes, last_message_at)"
                    // One that has just been deleted has nothing to be added to.
                    + " join soam.data_sources d on d.id = n.source_id order by n.source_id";
    private static final String ADD_STEP =
            "insert into soam.source_activity as a (source_id, at, received, failed, bytes)"
                    + " select n.source_id, ?, n.received, n.failed, n.bytes"
                    + ROWS
                    + " on conflict (source_id, at) do update set received = a.received + excluded.received,"
                    + " failed = a.failed + excluded.failed, bytes = a.bytes + excluded.bytes";
    private static final String ADD_TOTAL =
            "insert into soam.source_totals as t (source_id, received, failed, bytes, last_message_at)"
                    + " select n.source_id, n.received, n.failed, n.bytes, n.last_message_at"
                    + ROWS
                    + " on conflict (source_id) do update set received = t.received + excluded.received,"
                    + " failed = t.failed + excluded.failed, bytes = t.bytes + excluded.bytes,"
                    + " last_message_at = greatest(t.last_message_at, excluded.last_message_at)";
    private static final String CLEAR = "delete from soam.source_activity where at < ?";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject Clock clock;

    private final Map<Long, SourceCounters> counters = new ConcurrentHashMap<>();
    private final Map<Long, SourceCounts> added = new HashMap<>();
    private Instant clearedAt = Instant.EPOCH;

    /** The counters of a data source; to be found once per stream. */
    SourceCounters of(long sourceId) {
        return counters.computeIfAbsent(sourceId, id -> new SourceCounters());
    }

    /** Adds what has been counted since it was last added. */
    synchronized void flush() throws SQLException {
        Map<Long, SourceCounts> now = new HashMap<>();
        counters.forEach((id, counter) -> now.put(id, counter.counts()));
        Map<Long, SourceCounts> news = new HashMap<>();
        now.forEach(
                (id, counts) -> {
                    SourceCounts delta = counts.minus(added.getOrDefault(id, SourceCounts.NONE));
                    if (!delta.isNothing()) {
                        news.put(id, delta);
                    }
                });
        if (!news.isEmpty()) {
            add(news);
        }
        added.putAll(now);
        clearOld();
    }

    private void add(Map<Long, SourceCounts> news) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement step = connection.prepareStatement(ADD_STEP);
                    PreparedStatement total = connection.prepareStatement(ADD_TOTAL)) {
                step.setTimestamp(1, Timestamp.from(step(clock.instant())));
                bind(step, 2, news);
                step.executeUpdate();
                bind(total, 1, news);
                total.executeUpdate();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void bind(PreparedStatement statement, int first, Map<Long, SourceCounts> news)
            throws SQLException {
        Connection connection = statement.getConnection();
        List<Long> ids = List.copyOf(news.keySet());
        Object[][] columns = new Object[4][ids.size()];
        Object[] last = new Object[ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            SourceCounts counts = news.get(ids.get(i));
            columns[0][i] = ids.get(i);
            columns[1][i] = counts.received();
            columns[2][i] = counts.failed();
            columns[3][i] = counts.bytes();
            last[i] = counts.lastMessageAt() == null ? null : counts.lastMessageAt().toString();
        }
        for (int i = 0; i < columns.length; i++) {
            statement.setArray(first + i, connection.createArrayOf("bigint", columns[i]));
        }
        statement.setArray(first + columns.length, connection.createArrayOf("timestamptz", last));
    }

    private void clearOld() throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(clearedAt.plus(BETWEEN_CLEARINGS))) {
            return;
        }
        clearedAt = now;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(CLEAR)) {
            delete.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            delete.executeUpdate();
        }
    }

    /** Begin of the step that a moment is in. */
    static Instant step(Instant at) {
        return Instant.ofEpochSecond(
                Math.floorDiv(at.getEpochSecond(), STEP_SECONDS) * STEP_SECONDS);
    }
}
