package io.soam.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar and a broker that is not ours. */
@EnabledIf(
        value = "io.soam.simulator.Mosquitto#isInstalled",
        disabledReason = "mosquitto is not installed (Debian: apt-get install mosquitto)")
class MqttSimulatorsIT {

    private static final String TOPIC = "smartcity/sensors/temperature";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private Mosquitto broker;

    @BeforeEach
    void chooseAPort() throws IOException {
        broker = new Mosquitto(folder);
    }

    @AfterEach
    void stopTheBroker() {
        broker.close();
    }

    @Test
    void everySensorMeasuresAtOnce() throws Exception {
        broker.start();
        Queue<String> received = broker.subscribe(TOPIC);

        try (SimulatorProcess simulator = simulator("--sensors=10", "--interval=5..15s")) {
            await().atMost(SOON).until(() -> received.size() >= 10);
            assertThat(simulator.terminate()).isEqualTo(143);
        }
        assertThat(received)
                .extracting(payload -> json(payload).get("sensor_id").textValue())
                .contains("temp_sensor_1", "temp_sensor_10");
        assertThat(Instant.parse(json(received.peek()).get("timestamp").textValue()))
                .isBetween(Instant.now().minus(SOON), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"air-quality", "smart-bin", "traffic"})
    void theOtherKindsDoTheSame(String kind) throws Exception {
        broker.start();
        Queue<String> received = broker.subscribe("smartcity/sensors/" + kind.replace('-', '_'));

        try (SimulatorProcess simulator =
                SimulatorProcess.start(folder, broker.port(), kind, "--sensors=3")) {
            await().atMost(SOON).until(() -> received.size() >= 3);
            assertThat(simulator.terminate()).isEqualTo(143);
        }
    }

    @Test
    void brokerThatIsNotThereYet_isWaitedFor() throws Exception {
        try (SimulatorProcess simulator = simulator("--sensors=2", "--interval=200ms")) {
            await().atMost(SOON).until(() -> simulator.log().contains("Not connected"));
            broker.start();
            Queue<String> received = broker.subscribe(TOPIC);

            await().atMost(SOON).until(() -> received.size() > 10);
            assertThat(simulator.isRunning()).isTrue();
        }
    }

    @Test
    void brokerRestart_losesNothingAndKeepsTheOrder() throws Exception {
        broker.start();
        Queue<String> received = broker.subscribe(TOPIC);
        String counts;
        try (SimulatorProcess simulator = simulator("--sensor-id=one", "--interval=50ms")) {
            await().atMost(SOON).until(() -> received.size() > 20);
            broker.stop();
            await().atMost(SOON).until(() -> simulator.log().contains("Not connected"));
            broker.start();
            int before = received.size();
            await().atMost(SOON).until(() -> received.size() > before + 100);
            simulator.terminate();
            counts = simulator.log();
        }

        assertThat(count("waiting", counts)).isZero();
        assertThat(count("dropped", counts)).isZero();
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(received.stream().distinct().count())
                                        .isEqualTo(count("added", counts)));
        assertThat(timestamps(received.stream().distinct().toList())).isSorted();
    }

    @Test
    void killedWithoutBroker_sendsFromTheBufferFileAfterItsRestart() throws Exception {
        String file = "--buffer-file=" + folder.resolve("edge/buffer.jsonl");
        try (SimulatorProcess simulator = simulator("--sensors=5", "--interval=1..2s", file)) {
            await().atMost(SOON).until(() -> attempts(simulator) > 1);
            simulator.kill();
        }
        Instant killed = Instant.now();

        broker.start();
        Queue<String> received = broker.subscribe(TOPIC);
        try (SimulatorProcess simulator = simulator("--sensors=5", "--interval=1..2s", file)) {
            await().atMost(SOON).until(() -> received.size() > 10);
            assertThat(timestamps(received).get(0)).isBefore(killed);
            assertThat(timestamps(received)).isSorted();
            assertThat(simulator.isRunning()).isTrue();
        }
    }

    private SimulatorProcess simulator(String... options) throws IOException {
        return SimulatorProcess.start(folder, broker.port(), "temperature", options);
    }

    private static long attempts(SimulatorProcess simulator) throws IOException {
        return simulator.log().lines().filter(line -> line.contains("Not connected")).count();
    }

    private static long count(String name, String log) {
        Matcher matcher = Pattern.compile("Ended: .*\\b" + name + "=(\\d+)").matcher(log);
        assertThat(matcher.find()).as("final counts in %s", log).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static List<Instant> timestamps(Collection<String> payloads) {
        return payloads.stream()
                .map(payload -> Instant.parse(json(payload).get("timestamp").textValue()))
                .toList();
    }

    private static JsonNode json(String payload) {
        try {
            return new ObjectMapper().readTree(payload);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + payload, e);
        }
    }
}
