package io.soam.systemtest;

import static io.soam.systemtest.Items.stream;
import static io.soam.systemtest.Items.texts;
import static io.soam.systemtest.Items.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How good the data is: what is computed, what others add, and how that is cleaned up. */
@SystemTest
class MetadataQualityIT {

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static Api vera;

    @BeforeAll
    static void signIn(SoamStack stack) {
        vera = stack.api().as("vera");
    }

    @Test
    void quality_isComputed(SoamStack stack) {
        Instant now = Instant.now();
        List<String> messages = new ArrayList<>();
        messages.add(at("\"" + now.minusSeconds(10) + "\"", 1));
        messages.add(at("\"" + now.minusSeconds(20) + "\"", 2));
        messages.add(at("\"" + now.plus(2, ChronoUnit.HOURS) + "\"", 3));
        messages.add("{\"sensor_id\": \"%s-q\", \"n\": 4}".formatted(RUN));
        messages.add(at("\"the day before yesterday\"", 5));
        messages.add("{\"broken\": \"" + RUN);
        messages.addAll(Collections.nCopies(4, "{\"sensor_id\": \"x\", \"n\": 6}"));
        messages.add(at("\"" + now.minusSeconds(5) + "\"", "\"text\""));
        MetadataStream stream = new MetadataStream(stack).with(messages);

        JsonNode quality = vera.get(quality(stream) + "?hours=2").data();

        assertThat(quality.path("ingestion_id").asText()).isEqualTo(stream.id());
        JsonNode figures = quality.path("current");
        assertThat(figures.path("records").asLong()).isEqualTo(stream.messages());
        assertThat(figures.path("unreadable").asLong()).isEqualTo(1);
        assertThat(figures.path("duplicates").asLong()).isEqualTo(3);
        assertThat(figures.path("future_times").asLong()).isEqualTo(1);
        assertThat(figures.path("missing_times").asLong()).isEqualTo(6);
        assertThat(figures.path("unparsable_times").asLong()).isEqualTo(1);
        assertThat(figures.path("type_conflicts").asLong()).isEqualTo(1);
        assertThat(figures.path("out_of_order").asLong()).isEqualTo(2);
        assertThat(figures.path("completeness").asDouble()).isBetween(0.5, 0.99);
        assertThat(figures.path("lateness_p99").asDouble()).isBetween(5.0, 120.0);
        assertThat(
                        stream(quality.path("series"))
                                .mapToLong(hour -> hour.at("/figures/records").asLong())
                                .sum())
                .isEqualTo(stream.messages());
        assertThat(
                        vera.get("/api/metadata/datasets/" + stream.id())
                                .data()
                                .path("unreadable_count"))
                .hasToString("1");
    }

    @Test
    void addedFigures_areListedUntilTheyAreCleanedUp(SoamStack stack) {
        MetadataStream measured = new MetadataStream(stack).with(List.of("{\"n\": 1}"));
        Api alice = stack.api().as("alice");
        String added = "accuracy-" + UUID.randomUUID();
        Answer answer =
                stack.api()
                        .as("ulf")
                        .post(
                                quality(measured),
                                "{\"metric_name\": \" %s \", \"metric_value\": 0.75}"
                                        .formatted(added));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.data().path("created_by").asText()).isEqualTo("ulf");
        JsonNode listed = vera.get(quality(measured)).data().path("metrics").path(0);
        assertThat(listed.path("metric_name").asText()).isEqualTo(added);
        assertThat(listed.path("metric_value").asDouble()).isEqualTo(0.75);
        assertThat(listed.path("id")).isEqualTo(answer.data().path("id"));
        assertThat(time(listed, "measurement_time"))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));

        JsonNode kept = alice.post("/api/metadata/cleanup", "").data();
        assertThat(kept.path("days_to_keep").asInt()).isEqualTo(30);
        assertThat(texts(vera.get(quality(measured)).data().path("metrics"), "metric_name"))
                .contains(added);

        JsonNode cleaned = alice.post("/api/metadata/cleanup?days_to_keep=0", "").data();
        assertThat(cleaned.path("deleted").asLong()).isPositive();
        assertThat(cleaned.path("days_to_keep").asInt()).isZero();
        JsonNode left = vera.get(quality(measured)).data();
        assertThat(left.path("metrics")).isEmpty();
        assertThat(left.path("metric_count").asInt()).isZero();
        assertThat(measured.found().path("record_count").asLong()).isEqualTo(1);
        assertThat(vera.get(evolution(measured)).data().path("change_count").asInt()).isEqualTo(1);
    }

    private static String at(String timestamp, Object value) {
        return "{\"sensor_id\": \"%s-q\", \"timestamp\": %s, \"n\": %s}"
                .formatted(RUN, timestamp, value);
    }

    private static String evolution(MetadataStream stream) {
        return "/api/metadata/datasets/" + stream.id() + "/evolution";
    }

    private static String quality(MetadataStream stream) {
        return "/api/metadata/datasets/" + stream.id() + "/quality";
    }
}
