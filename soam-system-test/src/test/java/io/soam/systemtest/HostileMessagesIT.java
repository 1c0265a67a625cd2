package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is published: it is refined or kept aside with a reason, and harms nothing else. */
@SystemTest
class HostileMessagesIT {

    private static final String TOPIC = "smartcity/sensors/hostile";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @TempDir private Path folder;
    private final String mark = UUID.randomUUID().toString();
    private Publisher publisher;
    private Lake lake;

    @BeforeEach
    void prepare(SoamStack stack) {
        publisher = new Publisher(stack);
        lake = new Lake(stack);
    }

    @Test
    void unreadablePayloads_areKeptAsideWithAReason() throws IOException {
        publisher.publish(TOPIC, "{\"sensor_id\": \"malformed-" + mark + "\", ");
        publisher.publish(TOPIC, "[\"array-" + mark + "\"]");
        publisher.publish(TOPIC, "{\"sensor_id\": \"nan-" + mark + "\", \"temperature\": NaN}");
        publisher.publish(TOPIC, "sound");

        assertThatQuarantineSays("malformed-", "malformed_json");
        assertThatQuarantineSays("array-", "not_an_object");
        assertThatQuarantineSays("nan-", "malformed_json");
        assertThatLaterMessagesFlow();
    }

    @Test
    void invalidUtf8_isKeptAsideAsItWas() throws IOException {
        byte[] bytes = ("{\"sensor_id\": \"" + mark + "?\"}").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xC3;
        Path file = Files.write(folder.resolve("invalid-utf8"), bytes);
        publisher.publish(TOPIC, file);

        String base64 = java.util.Base64.getEncoder().encodeToString(bytes);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(lake.quarantineReasons(base64))
                                        .isEqualTo(List.of("not_text")));
        assertThatLaterMessagesFlow();
    }

    @Test
    void tenMegabytes_areTakenOver() throws IOException {
        String sensor = "large-" + mark;
        String payload =
                "{\"sensor_id\":\"%s\",\"blob\":\"%s\"}"
                        .formatted(sensor, "x".repeat(TEN_MEGABYTES));
        publisher.publish(TOPIC, Files.writeString(folder.resolve("large.json"), payload));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(lake.silver(sensor).get("blob"))
                                        .as("blob of %s", sensor)
                                        .isNotNull()
                                        .hasSize(TEN_MEGABYTES));
        assertThatLaterMessagesFlow();
    }

    @Test
    void topicThatClimbs_staysInItsPlace(SoamStack stack) {
        String sensor = "climber-" + mark;
        publisher.publish(
                "smartcity/sensors/../../../climbed-" + mark,
                "{\"sensor_id\":\"" + sensor + "\",\"temperature\":20}");

        await().atMost(PATIENCE).until(() -> !lake.silver(sensor).isEmpty());
        assertThat(stack.home().resolve("object-store").resolve("climbed-" + mark)).doesNotExist();
        assertThat(stack.home().resolve("climbed-" + mark)).doesNotExist();
    }

    @Test
    void htmlInASensorName_isShownAsText(SoamStack stack) {
        String sensor = "<img src=x onerror=document.title='owned'>" + mark;
        publisher.publish(TOPIC, "{\"sensor_id\":\"%s\",\"temperature\":20.5}".formatted(sensor));

        try (Portal portal = new Portal(stack)) {
            Page home = portal.signIn("vera");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () -> {
                                publisher.publish(
                                        TOPIC,
                                        "{\"sensor_id\":\"%s\",\"temperature\":20.5}"
                                                .formatted(sensor));
                                return Home.readings(home).getByText(mark).count() > 0;
                            });
            assertThat(home.title()).doesNotContain("owned");
            assertThat(home.locator("img[src=x]").count()).isZero();
        }
    }

    private void assertThatQuarantineSays(String payload, String reason) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(lake.quarantineReasons(payload + mark))
                                        .isEqualTo(List.of(reason)));
    }

    private void assertThatLaterMessagesFlow() {
        String sensor = "later-" + UUID.randomUUID();
        publisher.publish(TOPIC, "{\"sensor_id\":\"" + sensor + "\",\"temperature\":20}");
        await().atMost(PATIENCE).until(() -> !lake.silver(sensor).isEmpty());
    }
}
