package io.soam.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.simulator.Mosquitto;
import io.soam.simulator.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar, real files and a broker that is not ours. */
@EnabledIf(
        value = "io.soam.simulator.Mosquitto#isInstalled",
        disabledReason = "mosquitto is not installed (Debian: apt-get install mosquitto)")
class ReplayIT {

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
    void csvAtTenTimesTheSpeed_takesATenthOfTheTime() throws Exception {
        broker.start();
        Queue<String> received = broker.subscribe("city/aot");
        Path file =
                Files.writeString(
                        folder.resolve("aot.csv"),
                        """
                        timestamp,node_id,parameter,value_hrf
                        2018/01/01 00:00:00,001e0610,temperature,21.5
                        2018/01/01 00:00:10,001e0610,temperature,21.6
                        broken
                        2018/01/01 00:00:30,001e0610,temperature,21.7
                        """);

        Instant begin = Instant.now();
        try (SimulatorProcess replay =
                replay("replay", file.toString(), "--speed=10x", "--topic=city/aot")) {
            assertThat(replay.await()).isZero();
            assertThat(replay.log())
                    .contains("line 4 is skipped: 1 fields, not 4")
                    .contains("Ended: sent=3 acknowledged=3 refused=0 skipped=1");
        }
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofSeconds(3));

        await().atMost(SOON).until(() -> received.size() == 3);
        List<JsonNode> messages = received.stream().map(ReplayIT::json).toList();
        List<Instant> times =
                messages.stream()
                        .map(message -> Instant.parse(message.get("timestamp").textValue()))
                        .toList();
        assertThat(times.get(0)).isBetween(begin, Instant.now());
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Duration.between(times.get(0), times.get(2))).isEqualTo(Duration.ofSeconds(3));
        assertThat(messages.get(2).get("original_timestamp").textValue())
                .isEqualTo("2018/01/01 00:00:30");
        assertThat(messages.get(2).get("value_hrf").doubleValue()).isEqualTo(21.7);
    }

    @Test
    void brokerRestart_losesNothing() throws Exception {
        broker.start();
        Queue<String> received = broker.subscribe("city/#");
        Path file = folder.resolve("many.jsonl");
        Files.writeString(
                file,
                IntStream.range(0, 600)
                        .mapToObj("{\"topic\":\"city/n\",\"payload\":{\"n\":%d}}%n"::formatted)
                        .collect(Collectors.joining()));
        try (SimulatorProcess replay = replay("replay", file.toString(), "--rate=100")) {
            await().atMost(SOON).until(() -> received.size() > 100);
            broker.stop();
            await().atMost(SOON).until(() -> replay.log().contains("Not connected"));
            broker.start();
            await().atMost(SOON).until(() -> numbers(received) == 600);
            assertThat(replay.await()).isZero();
            assertThat(replay.log()).contains("sent=600 acknowledged=600 refused=0 skipped=0");
        }
    }

    @Test
    void loop_goesOnUntilItIsEnded() throws Exception {
        broker.start();
        Queue<String> received = broker.subscribe("city/loop");
        Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"a\":1}\n{\"a\":2}\n");
        try (SimulatorProcess replay =
                replay("replay", file.toString(), "--rate=100", "--topic=city/loop", "--loop")) {
            await().atMost(SOON).until(() -> received.size() > 4);
            assertThat(replay.terminate()).isEqualTo(143);
            assertThat(replay.log()).contains("Ended: sent=");
        }
    }

    @Test
    void wrongFile_isWrongUsage() throws Exception {
        try (SimulatorProcess replay = replay("replay", folder.resolve("none.csv").toString())) {
            assertThat(replay.await()).isEqualTo(2);
            assertThat(replay.log()).contains("Cannot be read: there is no file");
        }
    }

    private SimulatorProcess replay(String kind, String... options) throws IOException {
        return SimulatorProcess.start(folder, broker.port(), kind, options);
    }

    private static long numbers(Queue<String> received) {
        return received.stream()
                .map(message -> json(message).get("n").longValue())
                .distinct()
                .count();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
