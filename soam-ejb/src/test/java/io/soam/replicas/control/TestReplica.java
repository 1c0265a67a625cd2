package io.soam.replicas.control;

import static org.awaitility.Awaitility.await;

import io.soam.platform.PlainThreads;
import io.soam.platform.control.Backgrounds;
import io.soam.platform.control.PlatformConfigs;
import io.soam.servers.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** What makes a server one of the replicas, without a server. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
public final class TestReplica implements AutoCloseable {

    private final Signals signals = new Signals();
    private final Replicas replicas = new Replicas();
    private final Leases leases = new Leases();
    private final ReplicaBus bus = new ReplicaBus();
    private final Database database;

    public TestReplica(Database database, String podName) {
        this.database = database;
        signals.dataSource = database.dataSource();
        signals.threads = new PlainThreads();
        replicas.dataSource = database.dataSource();
        replicas.platform = PlatformConfigs.of(podName);
        replicas.signals = signals;
        leases.dataSource = database.dataSource();
        leases.replicas = replicas;
        bus.dataSource = database.dataSource();
        bus.signals = signals;
        bus.replicas = replicas;
        bus.background = Backgrounds.start();
    }

    /** Lives until it is stopped or killed. */
    public TestReplica start() {
        bus.start();
        signals.start(replicas::beat);
        await().until(replicas::isRegistered);
        return this;
    }

    /** Shows once that it lives. */
    void beat() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            replicas.beat(connection);
        }
    }

    public Signals signals() {
        return signals;
    }

    public Replicas replicas() {
        return replicas;
    }

    public ReplicaBus bus() {
        return bus;
    }

    public Leases leases() {
        return leases;
    }

    /** Is silent from now on, as after kill -9; whoever holds one of its objects may go on. */
    public void kill() {
        signals.stop();
    }

    /** Leaves in good order. */
    @Override
    public void close() {
        signals.stop();
        leases.release();
        replicas.leave();
    }
}
