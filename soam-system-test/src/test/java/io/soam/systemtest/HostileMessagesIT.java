package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is published: it is refined or kept aside with a reason, and harms nothing else. All is
 * published at first, so that one wait serves all tests.
 */
@SystemTest
class HostileMessagesIT {

    private static final String TOPIC = "smartcity/sensors/hostile";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final String MARK = UUID.randomUUID().toString();
    private static final byte[] INVALID_UTF8 = invalidUtf8();
    private static final String HTML =
            "{\"sensor_id\":\"<img src=x onerror=document.title='owned'>%s\",\"temperature\":20.5}"
                    .formatted(MARK);

    private static Publisher publisher;
    private static Lake lake;

    @BeforeAll
    static void publish(SoamStack stack, @TempDir Path folder) throws IOException {
        publisher = new Publisher(stack);
        lake = new Lake(stack);
        publisher.publish(TOPIC, "{\"sensor_id\": \"malformed-" + MARK + "\", ");
        publisher.publish(TOPIC, "[\"array-" + MARK + "\"]");
        publisher.publish(TOPIC, "{\"sensor_id\": \"nan-" + MARK + "\", \"temperature\": NaN}");
        publisher.publish(TOPIC, Files.write(folder.resolve("invalid"), INVALID_UTF8));
        publisher.publish(
                TOPIC,
                Files.writeString(
                        folder.resolve("large"),
                        "{\"sensor_id\":\"large-%s\",\"blob\":\"%s\"}"
                                .formatted(MARK, "x".repeat(TEN_MEGABYTES))));
        publisher.publish(
                "smartcity/sensors/../../../climbed-" + MARK,
                "{\"sensor_id\":\"climber-" + MARK + "\",\"temperature\":20}");
        publisher.publish(TOPIC, HTML);
        publisher.publish(TOPIC, timed("year-one", "timestamp", "\"0001-01-01T00:00:00Z\""));
        publisher.publish(TOPIC, timed("year-zero", "ts", "\"0000-01-01T00:00:00Z\""));
        publisher.publish(TOPIC, timed("no-year", "time", "1e300"));
        publisher.publish(TOPIC, "{\"sensor_id\":\"later-" + MARK + "\",\"temperature\":20}");
    }

    @Test
    void malformedJson_isKeptAsideWithAReason() {
        assertThatQuarantineSays("malformed-" + MARK, "malformed_json");
    }

    @Test
    void jsonArray_isKeptAsideWithAReason() {
        assertThatQuarantineSays("array-" + MARK, "not_an_object");
    }

    @Test
    void notANumber_isKeptAsideWithAReason() {
        assertThatQuarantineSays("nan-" + MARK, "malformed_json");
    }

    @Test
    void invalidUtf8_isKeptAsideAsItWas() {
        assertThatQuarantineSays(Base64.getEncoder().encodeToString(INVALID_UTF8), "not_text");
    }

    @Test
    void tenMegabytes_areTakenOver() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(lake.silver("large-" + MARK).get("blob"))
                                        .isNotNull()
                                        .hasSize(TEN_MEGABYTES));
    }

    @Test
    void topicThatClimbs_staysInItsPlace(SoamStack stack) throws IOException {
        await().atMost(PATIENCE).until(() -> !lake.silver("climber-" + MARK).isEmpty());

        try (var files = Files.walk(stack.home(), 4)) {
            assertThat(files).noneMatch(HostileMessagesIT::isOutsideTheLake);
        }
    }

    @Test
    void htmlInASensorName_isShownAsText(SoamStack stack) {
        try (Portal portal = new Portal(stack)) {
            Page home = portal.signIn("vera");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () -> {
                                publisher.publish(TOPIC, HTML);
                                return Home.readings(home).getByText(MARK).count() > 0;
                            });
            assertThat(home.title()).doesNotContain("owned");
            assertThat(home.locator("img[src=x]").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"year-one", "year-zero", "no-year"})
    void timeThatNoClockShows_isTakenOver(String sensor) {
        await().atMost(PATIENCE).until(() -> !lake.silver(sensor + "-" + MARK).isEmpty());
    }

    @Test
    void laterMessages_stillFlow() {
        await().atMost(PATIENCE).until(() -> !lake.silver("later-" + MARK).isEmpty());
    }

    private static String timed(String sensor, String field, String time) {
        return "{\"sensor_id\":\"%s-%s\",\"temperature\":20,\"%s\":%s}"
                .formatted(sensor, MARK, field, time);
    }

    private static void assertThatQuarantineSays(String partOfPayload, String reason) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(lake.quarantineReasons(partOfPayload))
                                        .isEqualTo(List.of(reason)));
    }

    /** The name may be part of the path of an object, but of nothing else. */
    private static boolean isOutsideTheLake(Path path) {
        return path.toString().contains("climbed-") && !path.toString().contains("/buckets/lake/");
    }

    private static byte[] invalidUtf8() {
        byte[] bytes = ("{\"sensor_id\": \"" + MARK + "?\"}").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xC3;
        return bytes;
    }
}
