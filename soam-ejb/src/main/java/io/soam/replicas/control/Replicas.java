package io.soam.replicas.control;

import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The servers that share the work, this one included. */
@ApplicationScoped
public class Replicas {

    /** Topic of {@link Signals}: the registry of data sources has changed. */
    public static final String REGISTRY = "registry";

    /** A server that has not shown itself for so long is dead. */
    static final int DEAD_AFTER_SECONDS = 12;

    private static final String BEAT =
            "update soam.servers set heartbeat_at = clock_timestamp(), figures = ?::jsonb"
                    + " where pod_name = ? and instance = ?";
    private static final String BURY =
            "delete from soam.servers where heartbeat_at < clock_timestamp() - make_interval(secs => ?)";
    private static final String CLAIM =
            "insert into soam.servers (pod_name, instance, address) values (?, ?, ?)"
                    + " on conflict (pod_name) do nothing";
    private static final String LEAVE = "delete from soam.servers where instance = ?";
    private static final String LIVING =
            "select pod_name, instance, address, started_at, heartbeat_at, figures from soam.servers"
                    + " where heartbeat_at >= clock_timestamp() - make_interval(secs => ?) order by pod_name";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject PlatformConfig platform;

    @Inject Signals signals;

    private final UUID instance = UUID.randomUUID();
    private volatile Supplier<String> figures = () -> "{}";
    private volatile boolean registered;
    private boolean nameTaken;

    /** Number of this life of this server. */
    public UUID instance() {
        return instance;
    }

    /** Name of this server. */
    public String podName() {
        return platform.podName();
    }

    /** Whether this server is one of them; not while another one lives under its name. */
    public boolean isRegistered() {
        return registered;
    }

    /**
     * Tells all servers that the registry of data sources has changed, so that their connectors
     * follow at once. Within a transaction they are told when it is committed.
     */
    public void changed() {
        signals.send(REGISTRY, "");
    }

    /** Has this server's figures told to the others with each heartbeat, as a JSON object. */
    public void tell(Supplier<String> json) {
        figures = json;
    }

    /** Those that live, by name. */
    public List<Server> living() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIVING)) {
            select.setInt(1, DEAD_AFTER_SECONDS);
            List<Server> living = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    living.add(
                            new Server(
                                    rows.getString(1),
                                    rows.getObject(2, UUID.class),
                                    rows.getString(3),
                                    rows.getTimestamp(4).toInstant(),
                                    rows.getTimestamp(5).toInstant(),
                                    rows.getString(6)));
                }
            }
            return living;
        }
    }

    /** As {@link #living()}, for readers; the database must answer. */
    public List<Server> known() {
        try {
            return living();
        } catch (SQLException e) {
            throw new PersistenceException("The servers cannot be read", e);
        }
    }

    /** Shows that this server lives, and takes its name first if need be. */
    void beat(Connection connection) throws SQLException {
        if (!beats(connection) && !claims(connection)) {
            registered = false;
            if (!nameTaken) {
                nameTaken = true;
                ReplicasLog.LOG.nameTaken(podName());
            }
            return;
        }
        if (!registered) {
            registered = true;
            nameTaken = false;
            ReplicasLog.LOG.joined(podName(), instance);
            changed();
        }
    }

    /** What is this server's alone goes with its row; the others need not wait for its death. */
    void leave() {
        registered = false;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(LEAVE)) {
            delete.setObject(1, instance);
            delete.executeUpdate();
        } catch (SQLException e) {
            ReplicasLog.LOG.notLeft(e.getMessage());
        }
        changed();
    }

    private boolean beats(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(BEAT)) {
            update.setString(1, figures.get());
            update.setString(2, podName());
            update.setObject(3, instance);
            return update.executeUpdate() == 1;
        }
    }

    private boolean claims(Connection connection) throws SQLException {
        try (PreparedStatement bury = connection.prepareStatement(BURY);
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            bury.setInt(1, DEAD_AFTER_SECONDS);
            bury.executeUpdate();
            claim.setString(1, podName());
            claim.setObject(2, instance);
            claim.setString(3, address());
            return claim.executeUpdate() == 1;
        }
    }

    private static String address() {
        String process = "process " + ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + ", " + process;
        } catch (UnknownHostException e) {
            // A machine without a name of its own; the pod's name must do.
            return process;
        }
    }
}
