package io.soam.replicas.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.platform.PlainThreads;
import io.soam.servers.Database;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class SignalsIT {

    private static Database database;

    private final List<Signals> servers = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        database = Database.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @AfterEach
    void end() {
        servers.forEach(Signals::stop);
    }

    @Test
    void everyServerHearsASignal_theSenderToo() {
        Signals first = listening("a");
        listening("b");

        first.send("other", "not listened to");
        first.send("registry", "changed at noon");

        await().until(() -> heard.containsAll(List.of("a changed at noon", "b changed at noon")));
        assertThat(heard).doesNotContain("a not listened to");
    }

    @Test
    void anInterruptedConnectionIsMadeAnew_andEverybodyLooks() throws Exception {
        Signals server = listening("a");
        heard.clear();

        database.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'");

        await().until(() -> heard.contains("a "));
        server.send("registry", "again");
        await().until(() -> heard.contains("a again"));
    }

    @Test
    void aSignalOfATransactionGoesOutWithItsCommit() throws Exception {
        listening("a");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_notify('soam_replicas', 'registry rolled back')");
            connection.rollback();
            statement.execute("select pg_notify('soam_replicas', 'registry committed')");
            connection.commit();
        }

        await().until(() -> heard.contains("a committed"));
        assertThat(heard).doesNotContain("a rolled back");
    }

    private Signals listening(String name) {
        Signals signals = new Signals();
        signals.dataSource = database.dataSource();
        signals.threads = new PlainThreads();
        signals.listen("registry", text -> heard.add(name + " " + text));
        signals.start(connection -> {});
        servers.add(signals);
        await().until(() -> heard.contains(name + " "));
        return signals;
    }
}
