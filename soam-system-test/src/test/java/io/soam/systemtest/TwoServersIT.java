package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers share the work and answer alike; one that dies is missed by nobody. */
@SystemTest
class TwoServersIT {

    private static final int MESSAGES = 40_000;
    private static final int PER_SECOND = 1_000;
    private static final Duration TAKE_OVER = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(40);

    private static Api first;
    private static Api second;

    @BeforeAll
    static void start(SoamStack stack) {
        stack.startPart(Part.SECOND_SERVER);
        first = stack.api().as("ulf");
        second = stack.secondApi().as("ulf");
    }

    @AfterAll
    static void stop(SoamStack stack) {
        stack.stopPart(Part.SECOND_SERVER);
    }

    @Test
    void whicheverServerIsAsked_theAnswerIsTheSame(SoamStack stack) {
        String topic = "smartcity/sensors/shared-" + UUID.randomUUID();
        Publisher publisher = new Publisher(stack);
        for (int i = 0; i < 20; i++) {
            publisher.publish(topic, "{\"sensor_id\":\"shared\",\"n\":%d}".formatted(i));
        }
        String stream =
                await().atMost(SOON)
                        .until(
                                () -> streamOf(first, topic.substring(topic.lastIndexOf('/') + 1)),
                                name -> !name.isEmpty());

        await().atMost(SOON).until(() -> first.get("/api/data/" + stream).data().size() == 20);
        assertThat(second.get("/api/data/" + stream).data()).hasSize(20);
        String source = "/api/data-sources/" + defaultSource();
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(second.get(source + "/health").data().path("status"))
                                        .isEqualTo(
                                                first.get(source + "/health")
                                                        .data()
                                                        .path("status")));
        assertThat(second.get("/api/data-sources/status/overview").data().path("connectors"))
                .isEqualTo(
                        first.get("/api/data-sources/status/overview").data().path("connectors"));

        assertThat(second.post(source + "/stop", "").status()).isEqualTo(200);
        await().atMost(SOON).until(() -> status(first, source).equals("stopped"));
        assertThat(first.post(source + "/start", "").status()).isEqualTo(200);
        await().atMost(SOON).until(() -> status(second, source).equals("active"));
    }

    @Test
    void pollingSource_runsOnOneServer_andOnTheOtherWhenThatOneDies(SoamStack stack)
            throws IOException {
        try (PolledMeter meter = new PolledMeter()) {
            Answer created =
                    second.post(
                            "/api/data-sources",
                            """
                            {"name": "Polled %s", "type_name": "rest_api",
                             "config": {"url": "%s", "poll_interval": 10, "data_path": "data"}}
                            """
                                    .formatted(meter.run(), meter.url()));
            assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
            String source = "/api/data-sources/" + created.data().path("id").asText();
            await().atMost(SOON).until(() -> meter.polls() >= 2);
            Numbered numbered = new Publisher(stack).numbered(MESSAGES, PER_SECOND);
            numbered.awaitSent(5_000);

            stack.kill(Part.SECOND_SERVER);
            Instant death = Instant.now();
            int before = meter.polls();
            await().atMost(TAKE_OVER.plusSeconds(12)).until(() -> meter.polls() > before);
            await().atMost(TAKE_OVER)
                    .until(() -> first.get(source + "/health").data().path("healthy").asBoolean());
            assertThat(Duration.between(death, Instant.now()))
                    .isLessThan(TAKE_OVER.plusSeconds(12));
            stack.startPart(Part.SECOND_SERVER);
            numbered.awaitAll();

            assertThat(first.delete(source).status()).isEqualTo(200);
            Lake lake = new Lake(stack);
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(
                            () -> lake.numbered(numbered.run()),
                            Tally.exactlyOnce(MESSAGES)::equals);
            int polled = meter.newestShown();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> lake.numbered(meter.run()), Tally.exactlyOnce(polled)::equals);
        }
    }

    private static String streamOf(Api api, String end) {
        for (var stream : api.get("/api/partitions").data()) {
            if (stream.asText().endsWith(end)) {
                return stream.asText();
            }
        }
        return "";
    }

    private static String defaultSource() {
        return first.get("/api/data-sources?q=Local+Simulators").data().path(0).path("id").asText();
    }

    private static String status(Api api, String source) {
        return api.get(source + "/health").data().path("status").asText();
    }
}
