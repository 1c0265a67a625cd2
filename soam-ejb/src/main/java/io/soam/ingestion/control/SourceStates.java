package io.soam.ingestion.control;

import io.soam.platform.control.Json;
import io.soam.replicas.control.Replicas;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * How the data sources are doing on all servers: each writes what it knows of those that it runs,
 * and whoever is asked reads what all have written.
 */
@ApplicationScoped
public class SourceStates {

    private static final long REFRESH_NANOS = 5_000_000_000L;

    /** All is written anew now and then: the rows go when this server is taken for dead. */
    private static final int ANEW_EVERY = 6;

    private static final String WRITE =
            "insert into soam.source_states as s (source_id, instance, revision, status, error, attempts,"
                    + " next_attempt_at, last_success_at, details)"
                    + " select d.id, v.instance, ?, ?, ?, ?, ?, ?, ?::jsonb from soam.data_sources d, soam.servers v"
                    // Either may have gone meanwhile; then there is nothing to tell.
                    + " where d.id = ? and v.instance = ?"
                    + " on conflict (source_id, instance) do update set revision = excluded.revision,"
                    + " status = excluded.status, error = excluded.error, attempts = excluded.attempts,"
                    + " next_attempt_at = excluded.next_attempt_at,"
                    + " last_success_at = coalesce(excluded.last_success_at, s.last_success_at),"
                    + " details = excluded.details, reported_at = clock_timestamp()";
    private static final String FORGET =
            "delete from soam.source_states where instance = ? and source_id = ?";
    private static final String SETTLE =
            "update soam.data_sources d set status = c.status, last_error = c.error,"
                    + " last_connection = case when c.status = 'active' and d.status <> 'active'"
                    + " then clock_timestamp() else d.last_connection end"
                    + " from soam.source_conditions c where c.source_id = d.id"
                    + " and (d.status <> c.status or d.last_error is distinct from c.error)";
    private static final String CONDITION =
            "select c.status, c.error, c.last_success_at, t.last_message_at"
                    + " from soam.source_conditions c left join soam.source_totals t using (source_id)"
                    + " where c.source_id = ?";
    private static final String OF_SERVERS =
            "select v.pod_name, s.revision, s.status, s.error, s.attempts, s.next_attempt_at,"
                    + " s.last_success_at, s.details, s.reported_at"
                    + " from soam.source_states s join soam.servers v using (instance)"
                    + " where s.source_id = ? and v.heartbeat_at >= clock_timestamp() - interval '12 seconds'"
                    + " order by v.pod_name";
    private static final String CONDITIONS =
            "select d.ingestion_id, c.status"
                    + " from soam.source_conditions c join soam.data_sources d on d.id = c.source_id"
                    + " order by d.ingestion_id";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject Replicas replicas;

    private final Map<Long, SourceReport> written = new HashMap<>();
    private long refreshedAt = System.nanoTime();
    private int refreshes;

    /** Writes what has changed of what runs here, and settles what that means altogether. */
    synchronized void write(List<SourceReport> reports) throws SQLException {
        boolean refresh = System.nanoTime() - refreshedAt > REFRESH_NANOS;
        if (refresh && ++refreshes % ANEW_EVERY == 0) {
            written.clear();
        }
        Map<Long, SourceReport> now = new HashMap<>();
        reports.forEach(report -> now.put(report.sourceId(), report));
        List<SourceReport> changed =
                reports.stream()
                        .filter(
                                report ->
                                        refresh
                                                ? !report.equals(written.get(report.sourceId()))
                                                : differs(report, written.get(report.sourceId())))
                        .toList();
        Set<Long> gone = new HashSet<>(written.keySet());
        gone.removeAll(now.keySet());
        try (Connection connection = dataSource.getConnection()) {
            upsert(connection, changed);
            forget(connection, gone);
            try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
                settle.executeUpdate();
            }
        }
        changed.forEach(report -> written.put(report.sourceId(), report));
        written.keySet().removeAll(gone);
        if (refresh) {
            refreshedAt = System.nanoTime();
        }
    }

    /** How a data source is doing altogether; empty if there is none of that number. */
    public Optional<SourceCondition> condition(long sourceId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CONDITION)) {
            select.setLong(1, sourceId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new SourceCondition(
                                        row.getString(1),
                                        row.getString(2),
                                        instant(row, 3),
                                        instant(row, 4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How it is doing on each living server that runs it, by the server's name. */
    public List<ReplicaState> ofServers(long sourceId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_SERVERS)) {
            select.setLong(1, sourceId);
            List<ReplicaState> states = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    states.add(
                            new ReplicaState(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getInt(5),
                                    instant(row, 6),
                                    instant(row, 7),
                                    details(row.getString(8)),
                                    instant(row, 9)));
                }
            }
            return states;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The state of every data source, by ingestion id. */
    public Map<String, String> statuses() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CONDITIONS);
                ResultSet row = select.executeQuery()) {
            Map<String, String> statuses = new LinkedHashMap<>();
            while (row.next()) {
                statuses.put(row.getString(1), row.getString(2));
            }
            return statuses;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static PersistenceException unreadable(SQLException e) {
        return new PersistenceException("The states of the data sources cannot be read", e);
    }

    private static boolean differs(SourceReport report, SourceReport before) {
        return before == null
                || !report.state().equals(before.state())
                || report.revision() != before.revision();
    }

    private void upsert(Connection connection, List<SourceReport> reports) throws SQLException {
        if (reports.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(WRITE)) {
            for (SourceReport report : reports) {
                RunState state = report.state();
                insert.setLong(1, report.revision());
                insert.setString(2, state.status().code());
                insert.setString(3, state.error());
                insert.setInt(4, state.attempts());
                insert.setTimestamp(5, timestamp(state.nextAttempt()));
                insert.setTimestamp(6, timestamp(report.lastSuccess()));
                insert.setString(7, report.details());
                insert.setLong(8, report.sourceId());
                insert.setObject(9, replicas.instance());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void forget(Connection connection, Set<Long> sources) throws SQLException {
        if (sources.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            for (long source : sources) {
                delete.setObject(1, replicas.instance());
                delete.setLong(2, source);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    @SuppressWarnings("unchecked") // a JSON object that we have written ourselves
    private static Map<String, Object> details(String json) {
        return Json.read(json, Map.class);
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
