package io.soam.ingestion.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.ingestion.mqtt.MqttConnectorTypes;
import io.soam.ingestion.spool.SealedSegment;
import io.soam.platform.control.Json;
import io.soam.servers.Database;
import io.soam.servers.Mosquitto;
import io.soam.servers.Persistence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers on one database, and a broker. */
class SessionEndsIT {

    private static final String ID = IngestionId.ofSource("City", "mqtt").value();

    private static Database database;
    private static Persistence persistence;

    @TempDir Path directory;

    private final List<TestServer> servers = new ArrayList<>();
    private int otherPort;
    private Mosquitto broker;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = Database.start();
        persistence = new Persistence(database);
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        persistence.close();
        database.close();
    }

    @BeforeEach
    void start() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        database.execute(
                "truncate soam.data_sources, soam.servers, soam.leases, soam.source_sessions cascade");
        otherPort = freePort();
        broker =
                new Mosquitto(
                        directory,
                        true,
                        "allow_anonymous true\nlistener " + otherPort + " 127.0.0.1");
        broker.start();
        startServer("soam-0");
    }

    @AfterEach
    void stop() throws Exception {
        for (TestServer server : servers) {
            server.leave();
        }
        broker.close();
        Awaitility.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "3.1.1"})
    void aDeletedSource_leavesNoSession(String version) throws Exception {
        startServer("soam-1");
        register(config(true).put("version", version));
        awaitActive(2);
        List<String> sessions = sessions();
        assertThat(sessions).hasSize(2);
        change("update soam.data_sources set wanted = false");
        await().until(() -> active() == 0);
        publish(0, 10);
        assertThat(sessions).as("a stopped source keeps them").allMatch(this::isPresent);

        change("delete from soam.data_sources");

        await().until(() -> sessions().isEmpty());
        assertThat(sessions).noneMatch(this::isPresent);
    }

    @Test
    void aBrokerThatIsDown_isToldLater_byTheServerThatComesThen() throws Exception {
        register(config(false));
        awaitActive(1);
        List<String> sessions = sessions();
        broker.stop();
        change("delete from soam.data_sources");
        await().until(() -> attempts() > 0);
        servers.remove(0).leave();

        broker.start();
        assertThat(isPresent(sessions.get(0))).isTrue();
        startServer("soam-1");

        await().until(() -> sessions().isEmpty());
        assertThat(isPresent(sessions.get(0))).isFalse();
    }

    @Test
    void aDeletionThatIsUndone_losesNothing() throws Exception {
        register(config(true));
        awaitActive(1);
        List<String> sessions = sessions();
        change("create table soam.undo as select * from soam.data_sources");
        change("delete from soam.data_sources");
        await().until(() -> active() == 0);
        publish(0, 100);
        change(
                "insert into soam.data_sources overriding system value select * from soam.undo;"
                        + " update soam.data_sources set revision = revision + 1;"
                        + " drop table soam.undo");

        awaitActive(1);
        assertBrought(100);
        assertThat(sessions()).isEqualTo(sessions);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSharedSubscriptionThatIsSwitched_losesNothing(boolean shared) throws Exception {
        startServer("soam-1");
        register(config(shared));
        awaitActive(shared ? 2 : 1);
        List<String> old = sessions();
        change("update soam.data_sources set wanted = false");
        await().until(() -> active() == 0);
        publish(0, 1_000);

        reconfigure(config(!shared));

        await().until(() -> sessions().stream().noneMatch(old::contains));
        assertBrought(1_000);
        assertThat(old).noneMatch(this::isPresent);
        publish(1_000, 1_100);
        assertBrought(1_100);
        assertThat(sessions()).hasSize(shared ? 1 : 2);
    }

    @Test
    void anotherAddressOfTheSameBroker_losesNothing() throws Exception {
        register(config(false));
        awaitActive(1);
        List<String> old = sessions();
        change("update soam.data_sources set wanted = false");
        await().until(() -> active() == 0);
        publish(0, 1_000);

        reconfigure(config(false).put("port", otherPort));

        await().until(() -> sessions().stream().noneMatch(old::contains));
        assertBrought(1_000);
        publish(1_000, 1_100);
        assertBrought(1_100);
        assertThat(active()).isEqualTo(1);
    }

    private final Set<String> brought = new HashSet<>();

    private void assertBrought(int count) {
        Set<String> expected = new HashSet<>(numbers(0, count));
        await().until(
                        () -> {
                            for (TestServer server : servers) {
                                collect(server);
                            }
                            return brought.containsAll(expected);
                        });
        assertThat(brought).isEqualTo(expected);
    }

    private void collect(TestServer server) throws Exception {
        SealedSegment segment = server.spool().spool().nextSealed(100, TimeUnit.MILLISECONDS);
        while (segment != null) {
            segment.content()
                    .records()
                    .forEach(message -> brought.add(new String(message.payload(), UTF_8)));
            segment = server.spool().spool().nextSealed(100, TimeUnit.MILLISECONDS);
        }
    }

    private ObjectNode config(boolean shared) {
        return Json.mapper()
                .createObjectNode()
                .put("broker", "127.0.0.1")
                .put("port", broker.port())
                .put("topics", "city/sensors/#")
                .put("use_shared_subscription", shared);
    }

    private void startServer(String podName) {
        servers.add(
                new TestServer(
                        database, persistence, podName, directory, MqttConnectorTypes.start()));
    }

    private void register(ObjectNode config) {
        persistence.inTransaction(
                entities ->
                        entities.persist(
                                new RegisteredSource(
                                        "City",
                                        "mqtt",
                                        Json.write(config),
                                        "test",
                                        Instant.now())));
        servers.get(0).changed();
    }

    private void reconfigure(ObjectNode config) throws Exception {
        change(
                "update soam.data_sources set wanted = true, revision = revision + 1, config = '"
                        + Json.write(config)
                        + "'");
    }

    private void change(String sql) throws Exception {
        database.execute(sql);
        servers.get(0).changed();
    }

    private void awaitActive(int count) {
        await().until(() -> active() == count);
    }

    private long active() {
        return servers.stream()
                .filter(
                        server ->
                                server.runs()
                                        .health(ID)
                                        .filter(h -> h.status() == SourceStatus.ACTIVE)
                                        .isPresent())
                .count();
    }

    /** Names of the sessions that are noted. */
    private List<String> sessions() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select name from soam.source_sessions order by name")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private int attempts() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row =
                        connection
                                .createStatement()
                                .executeQuery("select sum(attempts) from soam.source_sessions")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Whether the broker keeps it; asking leaves it as it is. */
    private boolean isPresent(String session) {
        Mqtt5BlockingClient client = client(session.substring(0, session.indexOf('@')));
        boolean present =
                client.connectWith()
                        .cleanStart(false)
                        .sessionExpiryInterval(3_600)
                        .restrictions()
                        .receiveMaximum(1)
                        .applyRestrictions()
                        .send()
                        .isSessionPresent();
        client.disconnectWith().sessionExpiryInterval(present ? 3_600 : 0).send();
        return present;
    }

    private void publish(int from, int to) {
        Mqtt5BlockingClient client = client("test-publisher");
        client.connect();
        for (String number : numbers(from, to)) {
            client.publishWith()
                    .topic("city/sensors/a")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(number.getBytes(UTF_8))
                    .send();
        }
        client.disconnect();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj("{\"n\":%d}"::formatted).toList();
    }

    private Mqtt5BlockingClient client(String id) {
        return Mqtt5Client.builder()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(broker.port())
                .buildBlocking();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
