package io.soam.replicas.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The leases as the database has them; its clock decides for all. */
final class LeaseTable {

    private static final String RENEW =
            "update soam.leases set expires_at = clock_timestamp() + make_interval(secs => ?)"
                    + " where owner = ? and expires_at > clock_timestamp() returning name, fence";
    private static final String RELEASE =
            "update soam.leases set owner = null, expires_at = clock_timestamp()"
                    + " where owner = ? and name = any (?)";
    private static final String TAKEN =
            "select name from soam.leases where owner is not null and expires_at > clock_timestamp()";
    private static final String TAKE =
            "insert into soam.leases as l (name, owner, pod_name, fence, expires_at)"
                    + " select name, ?, ?, nextval('soam.lease_fences'),"
                    + " clock_timestamp() + make_interval(secs => ?) from unnest(?) as name order by name"
                    + " on conflict (name) do update set owner = excluded.owner,"
                    + " pod_name = excluded.pod_name, fence = nextval('soam.lease_fences'),"
                    + " expires_at = clock_timestamp() + make_interval(secs => ?)"
                    + " where l.owner is null or l.expires_at <= clock_timestamp() returning name, fence";
    private static final String FORGET =
            "delete from soam.leases where expires_at < clock_timestamp() - interval '1 day'";
    private static final String SHARES =
            "select (select count(*) from soam.leases l where l.owner = s.instance"
                    + " and l.expires_at > clock_timestamp()) from soam.servers s"
                    + " where s.heartbeat_at >= clock_timestamp() - make_interval(secs => ?)";

    private final Connection connection;
    private final UUID owner;
    private final String podName;

    LeaseTable(Connection connection, UUID owner, String podName) {
        this.connection = connection;
        this.owner = owner;
        this.podName = podName;
    }

    /** Extends all of this server; gives those that it still has, with their fences. */
    Map<String, Long> renew(Duration lifetime) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RENEW)) {
            update.setLong(1, lifetime.toSeconds());
            update.setObject(2, owner);
            return fences(update);
        }
    }

    void release(Collection<String> names) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setObject(1, owner);
            update.setArray(2, connection.createArrayOf("varchar", names.toArray()));
            update.executeUpdate();
        }
    }

    /** Names of those that a server has, this one included. */
    Set<String> taken() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TAKEN);
                ResultSet rows = select.executeQuery()) {
            Set<String> names = new HashSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Takes those that are free; gives what was got, with the fences. */
    Map<String, Long> take(Collection<String> names, Duration lifetime) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement insert = connection.prepareStatement(TAKE)) {
            forget.executeUpdate();
            insert.setObject(1, owner);
            insert.setString(2, podName);
            insert.setLong(3, lifetime.toSeconds());
            insert.setArray(4, connection.createArrayOf("varchar", names.toArray()));
            insert.setLong(5, lifetime.toSeconds());
            return fences(insert);
        }
    }

    /** How the leases are spread over the living servers. */
    Shares shares(int deadAfterSeconds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHARES)) {
            select.setInt(1, deadAfterSeconds);
            List<Integer> leases = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    leases.add(rows.getInt(1));
                }
            }
            return new Shares(leases);
        }
    }

    private static Map<String, Long> fences(PreparedStatement statement) throws SQLException {
        Map<String, Long> fences = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                fences.put(rows.getString(1), rows.getLong(2));
            }
        }
        return fences;
    }
}
