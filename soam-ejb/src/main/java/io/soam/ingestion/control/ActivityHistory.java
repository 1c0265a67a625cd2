package io.soam.ingestion.control;

import io.soam.ingestion.boundary.ActivityPoint;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What {@link SourceActivity} of all servers has written. */
@ApplicationScoped
public class ActivityHistory {

    private static final int MOST_POINTS = 60;
    private static final int SECONDS_PER_MINUTE = 60;

    private static final String SERIES =
            "select source_id, floor(extract(epoch from at) / ?) * ? as step,"
                    + " sum(received), sum(failed), sum(bytes) from soam.source_activity"
                    + " where source_id = any (?) and at >= ? and at < ? group by 1, 2";
    private static final String TOTALS =
            "select received, failed, bytes, last_message_at from soam.source_totals where source_id = ?";
    private static final String LAST_MINUTE =
            "select coalesce(sum(received), 0), coalesce(sum(failed), 0), coalesce(sum(bytes), 0),"
                    + " null::timestamptz from soam.source_activity"
                    + " where source_id = ? and at >= ? and at < ?";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject Clock clock;

    /**
     * Sums.
     *
     * @param lastMessageAt null if there is none, or it was not asked for
     */
    public record Totals(long received, long failed, long bytes, Instant lastMessageAt) {}

    /** Length of a step, so that there are 60 at most. */
    public static int stepSeconds(int minutes) {
        int least = (minutes * SECONDS_PER_MINUTE + MOST_POINTS - 1) / MOST_POINTS;
        return (least + SourceActivity.STEP_SECONDS - 1)
                / SourceActivity.STEP_SECONDS
                * SourceActivity.STEP_SECONDS;
    }

    /**
     * The last minutes of each data source in steps, oldest first; the present step is left out.
     */
    public Map<Long, List<ActivityPoint>> series(Collection<Long> ids, int minutes) {
        int step = stepSeconds(minutes);
        long end = Math.floorDiv(clock.instant().getEpochSecond(), step) * step;
        int points = minutes * SECONDS_PER_MINUTE / step;
        long begin = end - (long) points * step;
        Map<Long, Map<Long, ActivityPoint>> known = read(ids, step, begin, end);
        Map<Long, List<ActivityPoint>> series = new HashMap<>();
        for (long id : ids) {
            Map<Long, ActivityPoint> counted = known.getOrDefault(id, Map.of());
            List<ActivityPoint> steps = new ArrayList<>(points);
            for (long at = begin; at < end; at += step) {
                ActivityPoint none = new ActivityPoint(Instant.ofEpochSecond(at), 0, 0, 0);
                steps.add(counted.getOrDefault(at, none));
            }
            series.put(id, steps);
        }
        return series;
    }

    /** Since the data source was registered. */
    public Totals totals(long id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(TOTALS)) {
            select.setLong(1, id);
            return totals(select);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** In the last six complete steps. */
    public Totals lastMinute(long id) {
        Instant end = SourceActivity.step(clock.instant());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST_MINUTE)) {
            select.setLong(1, id);
            select.setTimestamp(2, Timestamp.from(end.minusSeconds(SECONDS_PER_MINUTE)));
            select.setTimestamp(3, Timestamp.from(end));
            return totals(select);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Map<Long, Map<Long, ActivityPoint>> read(
            Collection<Long> ids, int step, long begin, long end) {
        Map<Long, Map<Long, ActivityPoint>> known = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SERIES)) {
            select.setInt(1, step);
            select.setInt(2, step);
            select.setArray(3, connection.createArrayOf("bigint", ids.toArray()));
            select.setTimestamp(4, Timestamp.from(Instant.ofEpochSecond(begin)));
            select.setTimestamp(5, Timestamp.from(Instant.ofEpochSecond(end)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long at = row.getLong(2);
                    known.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                            .put(
                                    at,
                                    new ActivityPoint(
                                            Instant.ofEpochSecond(at),
                                            row.getLong(3),
                                            row.getLong(4),
                                            row.getLong(5)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Totals totals(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new Totals(0, 0, 0, null);
            }
            Timestamp last = row.getTimestamp(4);
            return new Totals(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    last == null ? null : last.toInstant());
        }
    }

    private static PersistenceException unreadable(SQLException e) {
        return new PersistenceException("The activity of the data sources cannot be read", e);
    }
}
