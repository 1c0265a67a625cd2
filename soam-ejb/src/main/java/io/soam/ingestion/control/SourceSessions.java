package io.soam.ingestion.control;

import io.soam.ingestion.connector.KeptSession;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * What the other side keeps for data sources while no connector is connected, such as sessions of
 * MQTT brokers: noted before it comes to be, so that it can be ended whatever happens meanwhile.
 */
@ApplicationScoped
public class SourceSessions {

    private static final String USE =
            "insert into soam.source_sessions as k (ingestion_id, name, pod_name, source_id, source_name,"
                    + " type_name, config, revision, kept_seconds) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)"
                    + " on conflict (ingestion_id, name) do update set pod_name = excluded.pod_name,"
                    + " source_id = excluded.source_id, source_name = excluded.source_name,"
                    + " type_name = excluded.type_name, config = excluded.config,"
                    + " revision = excluded.revision, kept_seconds = excluded.kept_seconds,"
                    + " uses = k.uses + 1, unwanted_since = null, attempts = 0,"
                    + " next_attempt_at = clock_timestamp()";

    /** The server that used it last, or any if that one is dead; 12 seconds as in the replicas. */
    static final String TAKE =
            "with due as (select k.ingestion_id, k.name, d.id, d.name as now_name, d.config as now_config,"
                    + " d.revision as now_revision, exists (select 1 from soam.source_states s"
                    + " join soam.servers v using (instance)"
                    + " where s.source_id = d.id and s.revision = d.revision and s.status = 'active'"
                    + " and v.heartbeat_at >= clock_timestamp() - interval '12 seconds') as replaced"
                    + " from soam.source_sessions k"
                    + " left join soam.data_sources d on d.ingestion_id = k.ingestion_id"
                    + " where k.next_attempt_at <= clock_timestamp()"
                    + " and (d.id is null or d.id <> k.source_id or d.revision <> k.revision)"
                    + " and (k.pod_name = ? or not exists (select 1 from soam.servers v"
                    + " where v.pod_name = k.pod_name"
                    + " and v.heartbeat_at >= clock_timestamp() - interval '12 seconds'))"
                    + " order by k.next_attempt_at limit 1 for update of k skip locked)"
                    + " update soam.source_sessions k"
                    + " set next_attempt_at = clock_timestamp() + ? * interval '1 second'"
                    + " from due where k.ingestion_id = due.ingestion_id and k.name = due.name"
                    + " returning k.name, k.source_id, k.source_name, k.type_name, k.ingestion_id, k.config,"
                    + " k.revision, k.pod_name, k.kept_seconds, due.id, due.now_name, due.now_config,"
                    + " due.now_revision, due.replaced, coalesce(extract(epoch from"
                    + " clock_timestamp() - k.unwanted_since), 0)::bigint, k.attempts, k.uses";

    private static final String WANT =
            "update soam.source_sessions set source_id = ?, revision = ?, unwanted_since = null,"
                    + " next_attempt_at = clock_timestamp()"
                    + " where ingestion_id = ? and name = ? and uses = ?";
    private static final String POSTPONE =
            "update soam.source_sessions set unwanted_since = coalesce(unwanted_since, clock_timestamp()),"
                    + " attempts = ?, next_attempt_at = clock_timestamp() + ? * interval '1 millisecond'"
                    + " where ingestion_id = ? and name = ? and uses = ?";
    private static final String FORGET =
            "delete from soam.source_sessions where ingestion_id = ? and name = ? and uses = ?";

    private static final String UNUSED =
            "select 1 from soam.source_sessions where ingestion_id = ? and name = ? and uses = ?";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    /**
     * Notes that a connector is about to use a session. If it has been noted before by this server
     * a database that does not answer keeps nobody from working.
     */
    void use(KeptSession session, SourceDefinition source, String podName) {
        String ingestionId = source.ingestionId().value();
        String note = ingestionId + "/" + source.revision() + "/" + session.name();
        try {
            change(
                    USE,
                    ingestionId,
                    session.name(),
                    podName,
                    source.id(),
                    source.name(),
                    source.typeName(),
                    source.config(),
                    source.revision(),
                    session.lifetime().toSeconds());
        } catch (SQLException e) {
            if (!noted.contains(note)) {
                throw new PersistenceException(
                        "The session " + session.name() + " cannot be noted", e);
            }
            IngestionLog.LOG.sessionNotNoted(session.name(), ingestionId, e.getMessage());
            return;
        }
        noted.removeIf(other -> other.startsWith(ingestionId + "/"));
        noted.add(note);
    }

    /**
     * The next that is to be looked at; nobody else looks at it for some time.
     *
     * @param podName name of this server
     */
    Optional<HeldSession> take(String podName, Duration time) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, podName);
            take.setLong(2, time.toSeconds());
            try (ResultSet row = take.executeQuery()) {
                return row.next() ? Optional.of(HeldSession.read(row)) : Optional.empty();
            }
        }
    }

    /** Its data source uses it as it is now. */
    void want(HeldSession session) throws SQLException {
        SourceDefinition current = session.current();
        change(
                WANT,
                current.id(),
                current.revision(),
                session.used().ingestionId().value(),
                session.name(),
                session.uses());
    }

    /** Nobody wants it; it is looked at again after a while. */
    void postpone(HeldSession session, int attempts, Duration pause) throws SQLException {
        change(
                POSTPONE,
                attempts,
                pause.toMillis(),
                session.used().ingestionId().value(),
                session.name(),
                session.uses());
    }

    /** Whether it has not come into use again since it was taken. */
    boolean isUnused(HeldSession session) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement look = connection.prepareStatement(UNUSED)) {
            look.setString(1, session.used().ingestionId().value());
            look.setString(2, session.name());
            look.setLong(3, session.uses());
            try (ResultSet row = look.executeQuery()) {
                return row.next();
            }
        }
    }

    /** It is gone, unless it has come into use again meanwhile. */
    void forget(HeldSession session) throws SQLException {
        change(FORGET, session.used().ingestionId().value(), session.name(), session.uses());
    }

    private void change(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement change = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            change.executeUpdate();
        }
    }
}
