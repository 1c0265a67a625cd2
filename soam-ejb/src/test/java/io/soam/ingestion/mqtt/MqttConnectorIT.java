package io.soam.ingestion.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.RecordingSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import io.soam.servers.Mosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MqttConnectorIT {

    @TempDir Path directory;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private Mosquitto broker;
    private RecordingSource source;
    private Connector connector;

    @BeforeEach
    void prepare() throws IOException {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        broker = new Mosquitto(directory, true);
        source = new RecordingSource("soam-0");
        connector = connector(source);
    }

    @AfterEach
    void stop() {
        connector.stop();
        timer.shutdownNow();
        broker.close();
        Awaitility.reset();
    }

    @Test
    void aBrokerThatComesLater_isConnectedThen() {
        connector.start();
        await().until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("127.0.0.1:" + broker.port());

        broker.start();

        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        publish(List.of("first"));
        await().until(() -> source.stored().contains("first"));
        assertThat(source.statuses())
                .startsWith(SourceStatus.CONNECTING, SourceStatus.ERROR)
                .endsWith(SourceStatus.ACTIVE);
    }

    @Test
    void whatIsNotDurable_comesAgainAfterARestart_andWhatIsDurableDoesNot() {
        broker.start();
        start(connector);
        publish(List.of("durable"));
        await().until(() -> source.stored().equals(List.of("durable")));
        source.holdAcknowledgements();
        publish(List.of("in the page cache"));
        await().until(() -> source.taken().contains("in the page cache"));

        connector.stop();
        publish(List.of("while away"));
        RecordingSource restarted = new RecordingSource("soam-0");
        connector = connector(restarted);
        start(connector);

        await().until(() -> restarted.stored().size() >= 2);
        assertThat(restarted.stored()).containsExactly("in the page cache", "while away");
    }

    @Test
    void aBrokerThatForgotEverything_isSubscribedAgain() throws IOException {
        broker = new Mosquitto(directory, false);
        connector = connector(source);
        broker.start();
        start(connector);

        broker.stop();
        await().until(() -> connector.health().status() == SourceStatus.ERROR);
        broker.start();
        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
        publish(List.of("after"));

        await().until(() -> source.stored().contains("after"));
    }

    /** Not shared, because mosquitto 2.0.11 does not persist shared subscriptions. */
    @Test
    void brokerRestartsUnderLoad_loseNothing() {
        connector = connector(source, false);
        broker.start();
        start(connector);
        List<String> all = IntStream.range(0, 5_000).mapToObj(String::valueOf).toList();
        publish(all.subList(0, 2_500));
        broker.stop();
        broker.start();
        publish(all.subList(2_500, 5_000));

        await().untilAsserted(() -> assertThat(missing(all)).isEmpty());
    }

    @Test
    void aSecondClientWithTheSameId_doesNotFightForIt() {
        broker.start();
        start(connector);
        RecordingSource twin = new RecordingSource("soam-0");
        Connector other = connector(twin);
        try {
            start(other);

            await().during(Duration.ofSeconds(10))
                    .until(
                            () ->
                                    count(source, SourceStatus.ACTIVE)
                                                    + count(twin, SourceStatus.ACTIVE)
                                            < 10);
        } finally {
            other.stop();
        }
    }

    @Test
    void replicas_shareTheMessages() {
        broker.start();
        start(connector);
        RecordingSource second = new RecordingSource("soam-1");
        Connector other = connector(second);
        try {
            start(other);
            publish(IntStream.range(0, 200).mapToObj(String::valueOf).toList());

            await().until(() -> source.stored().size() + second.stored().size() >= 200);
            HashSet<String> all = new HashSet<>(source.stored());
            all.addAll(second.stored());
            assertThat(all).hasSize(200);
            assertThat(source.stored()).isNotEmpty().hasSizeLessThan(200);
        } finally {
            other.stop();
        }
    }

    @Test
    void tenMegabytesAndOddTopics_areTaken() {
        broker.start();
        start(connector);
        String large = "x".repeat(10 << 20);
        publish("city/sensors/../../etc", List.of("escape"));
        publish("city/sensors/<b>ü", List.of("html"));
        publish("city/sensors/big", List.of(large, "after the big one"));

        await().until(() -> source.stored().contains("after the big one"));
        assertThat(source.stored()).contains("escape", "html", large);
        assertThat(source.streams()).noneMatch(id -> id.contains("..") || id.contains("<"));
    }

    @Test
    void whileTheSinkIsBlocked_nothingIsAcknowledged_andLaterAllIsTaken() {
        broker.start();
        start(connector);
        source.block();
        publish(IntStream.range(0, 100).mapToObj(String::valueOf).toList());
        await().during(Duration.ofSeconds(1)).until(() -> source.stored().isEmpty());
        assertThat(connector.health().details()).containsEntry("unacknowledged_messages", 1L);

        source.unblock();
        await().until(() -> source.stored().size() == 100);
    }

    private static long count(RecordingSource of, SourceStatus status) {
        return of.statuses().stream().filter(status::equals).count();
    }

    private List<String> missing(List<String> all) {
        HashSet<String> stored = new HashSet<>(source.stored());
        return all.stream().filter(payload -> !stored.contains(payload)).toList();
    }

    private Connector connector(RecordingSource context) {
        return connector(context, true);
    }

    private Connector connector(RecordingSource context, boolean shared) {
        return new MqttConnector(
                context,
                MqttSettings.of(
                        Json.mapper()
                                .createObjectNode()
                                .put("broker", "127.0.0.1")
                                .put("port", broker.port())
                                .put("topics", "city/sensors/#")
                                .put("use_shared_subscription", shared)),
                new MqttSubscriptions(),
                Clock.systemUTC(),
                Executors.defaultThreadFactory(),
                timer);
    }

    private static void start(Connector connector) {
        connector.start();
        await().until(() -> connector.health().status() == SourceStatus.ACTIVE);
    }

    private void publish(List<String> payloads) {
        publish("city/sensors/temperature", payloads);
    }

    private void publish(String topic, List<String> payloads) {
        Mqtt5BlockingClient client =
                Mqtt5Client.builder()
                        .serverHost("127.0.0.1")
                        .serverPort(broker.port())
                        .buildBlocking();
        client.connect();
        for (String payload : payloads) {
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(payload.getBytes(UTF_8))
                    .send();
        }
        client.disconnect();
    }
}
