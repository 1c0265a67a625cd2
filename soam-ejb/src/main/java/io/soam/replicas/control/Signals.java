package io.soam.replicas.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Short messages to all servers, the sender included, over the database's own notifications.
 *
 * <p>A signal may be lost while a server is not connected, so it only says that there is something
 * to look at; whoever listens also looks by himself from time to time. After each (re)connection
 * every listener is called once, with an empty text.
 */
@ApplicationScoped
public class Signals {

    private static final String CHANNEL = "soam_replicas";
    private static final int WAIT_MILLIS = 1_000;
    private static final long BEAT_NANOS = 2_000_000_000L;
    private static final int ANSWER_MILLIS = 5_000;
    private static final int AGAIN_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Resource ManagedThreadFactory threads;

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    private Heartbeat heartbeat = connection -> {};

    /** Done on the connection every two seconds, so that it is also known to answer. */
    @FunctionalInterface
    interface Heartbeat {
        void beat(Connection connection) throws SQLException;
    }

    void start(Heartbeat every) {
        heartbeat = every;
        threads.newThread(this::listen).start();
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    /** Calls a listener, which must not block, with the text of every signal of a topic. */
    public void listen(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /**
     * Sends a signal. Within a transaction it goes out when that is committed.
     *
     * @param topic a word
     * @param text at most a few hundred characters
     */
    public void send(String topic, String text) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, topic + " " + text);
            notify.execute();
        } catch (SQLException e) {
            // They look by themselves, only later.
            ReplicasLog.LOG.signalNotSent(topic, e.getMessage());
        }
    }

    private void listen() {
        boolean failing = false;
        do {
            try (Connection connection = dataSource.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
                subscribe(connection);
                heartbeat.beat(connection);
                failing = false;
                listeners.values().forEach(topic -> topic.forEach(each -> each.accept("")));
                receive(connection);
            } catch (SQLException e) {
                if (!failing) {
                    ReplicasLog.LOG.signalsNotHeard(e.getMessage());
                }
                failing = true;
            }
        } while (!stopped(AGAIN_SECONDS));
    }

    private static void subscribe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    private void receive(Connection connection) throws SQLException {
        PGConnection notifications = connection.unwrap(PGConnection.class);
        long lastBeat = System.nanoTime();
        while (!stopped(0)) {
            PGNotification[] received = notifications.getNotifications(WAIT_MILLIS);
            if (received != null) {
                for (PGNotification signal : received) {
                    dispatch(signal.getParameter());
                }
            }
            if (System.nanoTime() - lastBeat > BEAT_NANOS) {
                lastBeat = System.nanoTime();
                heartbeat.beat(connection);
            }
        }
        // It goes back to the pool, for somebody who expects silence.
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
        connection.setNetworkTimeout(Runnable::run, 0);
    }

    private void dispatch(String signal) {
        int space = signal.indexOf(' ');
        if (space < 0) {
            return;
        }
        String text = signal.substring(space + 1);
        listeners
                .getOrDefault(signal.substring(0, space), List.of())
                .forEach(listener -> listener.accept(text));
    }

    private boolean stopped(int seconds) {
        try {
            return stopping.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
