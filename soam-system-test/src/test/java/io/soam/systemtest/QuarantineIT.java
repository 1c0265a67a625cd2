package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read, from the broker to the decision about it. */
@SystemTest
class QuarantineIT {

    private static final String TOPIC = "smartcity/sensors/quarantine";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String mark = UUID.randomUUID().toString();
    private Publisher publisher;
    private Api ulf;
    private Lake lake;

    @BeforeEach
    void meet(SoamStack stack) {
        publisher = new Publisher(stack);
        ulf = stack.api().as("ulf");
        lake = new Lake(stack);
    }

    @Test
    void mendedAndReplayedByTwoAtOnce_itIsInSilverOnce() {
        publisher.publish(TOPIC, "{\"sensor_id\": \"" + mark + "\", ");
        JsonNode message = quarantined("open");
        assertThat(message.path("reason").asText()).isEqualTo("malformed_json");

        String request =
                "{\"ids\": [\"%s\"], \"payload\": \"{\\\"sensor_id\\\": \\\"%s\\\"}\"}"
                        .formatted(message.path("id").asText(), mark);
        CompletableFuture<Answer> other =
                CompletableFuture.supplyAsync(() -> ulf.post("/api/quarantine/replay", request));
        Answer answer = ulf.post("/api/quarantine/replay", request);
        other.join();
        await().atMost(PATIENCE)
                .until(() -> ulf.post("/api/quarantine/replay", request).status() == 409);

        JsonNode replayed = quarantined("replayed");
        assertThat(replayed.path("decided_by").asText()).isEqualTo("ulf");
        assertThat(replayed.path("replay_id").asText()).matches("[0-9a-f]{32}");
        assertThat(answer.status()).isIn(200, 409, 503);
        await().atMost(PATIENCE).until(() -> !lake.silver(mark).isEmpty());
        assertThat(lake.count(mark)).isEqualTo(1);
    }

    @Test
    void replayedAsItIs_itComesBackAndSaysWhoseReplayItIs() {
        publisher.publish(TOPIC, "[\"" + mark + "\"]");
        JsonNode message = quarantined("open");

        decide("replay", "{\"ids\": [\"" + message.path("id").asText() + "\"]}");

        quarantined("replayed");
        assertThat(quarantined("open").path("replay_of").asText())
                .isEqualTo(message.path("message_id").asText());
    }

    @Test
    void whatIsDiscardedByAFilter_isOpenAgainAfterUndo(SoamStack stack) {
        publisher.publish(TOPIC, "{\"a\": \"" + mark + "\",}");
        publisher.publish(TOPIC, "{\"b\": \"" + mark + "\",}");
        await().atMost(PATIENCE).until(() -> found("open").path("total").asInt() == 2);

        JsonNode done =
                decide("discard", "{\"filter\": {\"q\": \"" + mark + "\"}, \"note\": \"a test\"}");

        assertThat(done.path("changed").asInt()).isEqualTo(2);
        assertThat(quarantined("discarded").path("note").asText()).isEqualTo("a test");
        String undo =
                "{\"filter\": {\"decided_at\": \"%s\"}}"
                        .formatted(done.path("decided_at").asText());
        assertThat(decide("restore", undo).path("changed").asInt()).isEqualTo(2);
        assertThat(found("open").path("total").asInt()).isEqualTo(2);
        assertThat(stack.api().as("vera").post("/api/quarantine/restore", undo).status())
                .isEqualTo(403);
    }

    @Test
    void bytesAreGivenBackAsTheyCame(@TempDir Path folder) throws IOException {
        byte[] bytes = ("\u0000" + mark + "?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xff;
        publisher.publish(TOPIC, Files.write(folder.resolve("bytes"), bytes));
        String base64 = Base64.getEncoder().encodeToString(bytes);
        await().atMost(PATIENCE).until(() -> !found("open", base64).path("data").isEmpty());
        String id = found("open", base64).path("data").get(0).path("id").asText();

        assertThat(ulf.bytes("/api/quarantine/" + id + "/raw")).isEqualTo(bytes);
        assertThat(ulf.get("/api/quarantine/" + "0".repeat(32) + "-1").text("code"))
                .isEqualTo("unknown_quarantined_message");
    }

    /** The one message of this test in a state. */
    private JsonNode quarantined(String state) {
        await().atMost(PATIENCE).until(() -> !found(state).path("data").isEmpty());
        return found(state).path("data").get(0);
    }

    private JsonNode found(String state) {
        return found(state, mark);
    }

    /** While the lake is busy, what a patient client does: ask again. */
    private JsonNode found(String state, String text) {
        String path =
                "/api/quarantine?state=%s&q=%s"
                        .formatted(state, URLEncoder.encode(text, StandardCharsets.UTF_8));
        return await().atMost(PATIENCE).until(() -> ulf.get(path), a -> a.status() == 200).body();
    }

    private JsonNode decide(String what, String body) {
        return await().atMost(PATIENCE)
                .until(
                        () -> ulf.post("/api/quarantine/" + what, body),
                        answer -> answer.status() == 200)
                .data();
    }
}
