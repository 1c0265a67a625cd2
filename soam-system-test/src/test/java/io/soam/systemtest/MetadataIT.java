package io.soam.systemtest;

import static io.soam.systemtest.Items.stream;
import static io.soam.systemtest.Items.texts;
import static io.soam.systemtest.Items.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What arrives, as the metadata describes it: exactly, from the broker to the answer. */
@SystemTest
class MetadataIT {

    private static final int FIRST = 40;
    private static final int SENSORS = 4;
    private static final int LATER = 10;
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static Instant begin;
    private static MetadataStream first;
    private static MetadataStream changed;
    private static Api vera;

    @BeforeAll
    static void publish(SoamStack stack) {
        begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        vera = stack.api().as("vera");
        first = new MetadataStream(stack).with(range(FIRST, MetadataIT::reading));
        changed =
                new MetadataStream(stack)
                        .with(range(FIRST, MetadataIT::reading))
                        .with(range(LATER, MetadataIT::otherReading));
    }

    @Test
    void totals_areExact() {
        JsonNode dataset = vera.get("/api/metadata/datasets/" + first.id()).data();

        assertThat(dataset.path("topic").asText()).isEqualTo(first.topic());
        assertThat(dataset.path("record_count").asLong()).isEqualTo(FIRST);
        assertThat(dataset.path("unreadable_count").asLong()).isZero();
        assertThat(dataset.path("unique_sensor_ids").asLong()).isEqualTo(SENSORS);
        assertThat(dataset.path("data_size_bytes").asLong()).isEqualTo(first.bytes());
        assertThat(dataset.path("source_type").asText()).isEqualTo("mqtt");
        assertThat(dataset.path("data_source").asText()).isEqualTo("Local Simulators MQTT");
        assertThat(dataset.path("active").asBoolean()).isTrue();
        assertThat(time(dataset, "first_event_time")).isEqualTo(begin);
        assertThat(time(dataset, "last_event_time")).isEqualTo(begin.plusSeconds(FIRST - 1));
        assertThat(time(dataset, "last_seen")).isAfter(time(dataset, "first_seen").minusMillis(1));
        assertThat(time(dataset, "created_at")).isAfter(begin);
        assertThat(vera.get("/api/schema/datasets/" + first.id()).data()).isEqualTo(dataset);
        assertThat(first.found()).isEqualTo(dataset);
    }

    @Test
    void totals_areExactAfterFurtherMessages() {
        JsonNode dataset = vera.get("/api/metadata/datasets/" + changed.id()).data();

        assertThat(dataset.path("record_count").asLong()).isEqualTo(FIRST + LATER);
        assertThat(dataset.path("data_size_bytes").asLong()).isEqualTo(changed.bytes());
        assertThat(dataset.path("unique_sensor_ids").asLong()).isEqualTo(SENSORS);
        assertThat(time(dataset, "last_event_time"))
                .isEqualTo(begin.plusSeconds(FIRST + LATER - 1));
        assertThat(field(changed, "humidity").path("present_count").asLong()).isEqualTo(LATER);
        assertThat(field(changed, "humidity").path("absent_count").asLong()).isEqualTo(FIRST);
        assertThat(field(changed, "humidity").path("completeness").asDouble())
                .isEqualTo(LATER / (double) (FIRST + LATER));
        assertThat(field(changed, "count").path("type").asText()).isEqualTo("string");
        assertThat(field(changed, "count").path("types"))
                .hasToString("{\"integer\":%d,\"string\":%d}".formatted(FIRST, LATER));
    }

    @Test
    void fields_areWhatTheValuesAre() {
        JsonNode schema = vera.get("/api/metadata/datasets/" + first.id() + "/schema").data();

        assertThat(schema.path("ingestion_id").asText()).isEqualTo(first.id());
        assertThat(texts(schema.path("schema_fields"), "name", "type"))
                .containsExactlyInAnyOrder(
                        "sensor_id string",
                        "count integer",
                        "temperature double",
                        "timestamp timestamp",
                        "measured_at integer",
                        "device uuid",
                        "ok boolean",
                        "note null",
                        "position object",
                        "position.lat double",
                        "position.place object",
                        "position.place.floor integer",
                        "tags array",
                        "tags[] string",
                        "union_" + RUN + " integer");
        assertThat(schema.path("field_count").asInt())
                .isEqualTo(schema.at("/schema_fields").size());
    }

    @Test
    void statistics_areThoseOfTheValues() {
        JsonNode count = field(first, "count");
        assertThat(count.path("min").asLong()).isZero();
        assertThat(count.path("max").asLong()).isEqualTo(FIRST - 1);
        assertThat(count.path("distinct_count").asLong()).isEqualTo(FIRST);
        assertThat(count.path("present_count").asLong()).isEqualTo(FIRST);
        assertThat(count.path("nullable").asBoolean()).isFalse();
        assertThat(count.path("completeness").asDouble()).isEqualTo(1.0);
        assertThat(count.path("sample_values")).hasSize(5);

        assertThat(field(first, "temperature").path("min").asDouble()).isEqualTo(20.5);
        assertThat(field(first, "temperature").path("max").asDouble()).isEqualTo(59.5);
        JsonNode timestamp = field(first, "timestamp");
        assertThat(time(timestamp, "min")).isEqualTo(begin);
        assertThat(time(timestamp, "max")).isEqualTo(begin.plusSeconds(FIRST - 1));
        assertThat(field(first, "measured_at").path("epoch_unit").asText())
                .isEqualTo("milliseconds");
        assertThat(count.path("epoch_unit").isNull()).isTrue();

        JsonNode note = field(first, "note");
        assertThat(note.path("null_count").asLong()).isEqualTo(FIRST);
        assertThat(note.path("completeness").asDouble()).isZero();
        assertThat(note.path("nullable").asBoolean()).isTrue();
        assertThat(texts(field(first, "ok").path("sample_values")))
                .containsExactlyInAnyOrder("true", "false");
        assertThat(field(first, "position.place.floor").path("parent").asText())
                .isEqualTo("position.place");
        assertThat(field(first, "tags[]").path("distinct_count").asLong()).isEqualTo(2);
    }

    @Test
    void evolution_tellsWhatIsNewAndWhatIsOfAnotherType() {
        JsonNode evolution = vera.get(evolution(changed)).data();
        JsonNode changes = evolution.path("evolution");

        assertThat(evolution.path("ingestion_id").asText()).isEqualTo(changed.id());
        assertThat(evolution.path("change_count").asInt()).isEqualTo(15 + 3);
        assertThat(texts(changes, "change", "field_name").subList(0, 15))
                .allMatch(change -> change.startsWith("field_added "));
        assertThat(texts(changes, "change", "field_name", "previous_type", "field_type"))
                .contains(
                        "field_added humidity null double",
                        "field_added position.place.room null string",
                        "type_changed count integer string");
        JsonNode type =
                stream(changes)
                        .filter(change -> change.path("change").asText().equals("type_changed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(texts(type.path("sample_values"))).containsExactly("many-0");
        assertThat(type.path("message_id").asText()).matches("[0-9a-f]{32}");
        assertThat(type.path("bronze_object").asText()).startsWith("bronze/");
        assertThat(stream(changes).map(change -> time(change, "first_seen")).toList()).isSorted();

        JsonNode page = vera.get(evolution(changed) + "?page=2&page_size=10").data();
        assertThat(page.path("evolution")).hasSize(8);
        assertThat(page.path("evolution").path(0)).isEqualTo(changes.path(10));
        assertThat(page.path("change_count").asInt()).isEqualTo(18);
        Answer list = vera.get("/api/schema/datasets/" + changed.id() + "/evolution?page_size=100");
        assertThat(list.data()).isEqualTo(changes);
        assertThat(list.body().path("total").asInt()).isEqualTo(18);
    }

    @Test
    void datasets_areFilteredSortedAndPaged() {
        String ours = "/api/metadata/datasets?q=union_" + RUN.toUpperCase(Locale.ROOT);

        JsonNode most = vera.get(ours + "&sort=-record_count").data();
        assertThat(texts(most.path("datasets"), "topic"))
                .containsExactly(changed.topic(), first.topic());
        assertThat(most.path("total").asInt()).isEqualTo(2);
        JsonNode second = vera.get(ours + "&sort=-record_count&page=2&page_size=1").data();
        assertThat(texts(second.path("datasets"), "topic")).containsExactly(first.topic());
        assertThat(second.path("total").asInt()).isEqualTo(2);
        assertThat(second.path("page").asInt()).isEqualTo(2);
        assertThat(second.path("page_size").asInt()).isEqualTo(1);
        assertThat(texts(vera.get(ours).data().path("datasets"), "topic"))
                .containsExactly(changed.topic(), first.topic());
        assertThat(vera.get(ours + "&source_type=mqtt&active_only=true").data().path("total"))
                .hasToString("2");
        assertThat(vera.get(ours + "&source_type=coap").data().path("datasets")).isEmpty();
    }

    @Test
    void topics_haveTheTotalsOfTheirStreams() {
        JsonNode topic =
                changed.byTopic(
                        vera.get("/api/metadata/topics?page_size=500").data().path("topics"));

        assertThat(topic.path("dataset_count").asInt()).isEqualTo(1);
        assertThat(topic.path("total_records").asLong()).isEqualTo(FIRST + LATER);
        assertThat(topic.path("total_size_bytes").asLong()).isEqualTo(changed.bytes());
        assertThat(topic.path("total_unique_sensors").asLong()).isEqualTo(SENSORS);
        assertThat(topic.path("earliest_data")).isEqualTo(changed.found().path("first_seen"));
        assertThat(topic.path("latest_data")).isEqualTo(changed.found().path("last_seen"));
        assertThat(changed.byTopic(vera.get("/api/schema/topics?page_size=500").data()))
                .isEqualTo(topic);
    }

    @Test
    void stats_areTheSumOfTheDatasets() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> {
                            JsonNode before = vera.get("/api/metadata/stats").data();
                            JsonNode all = vera.get("/api/metadata/datasets?page_size=500").data();
                            assertThat(vera.get("/api/metadata/stats").data()).isEqualTo(before);
                            assertThat(before.path("dataset_count")).isEqualTo(all.path("total"));
                            assertThat(before.path("total_records").asLong())
                                    .isEqualTo(sum(all, "record_count"));
                            assertThat(before.path("total_size_bytes").asLong())
                                    .isEqualTo(sum(all, "data_size_bytes"));
                            assertThat(before.path("total_unique_sensors").asLong())
                                    .isEqualTo(sum(all, "unique_sensor_ids"));
                            assertThat(before.path("size_mb").asDouble())
                                    .isCloseTo(
                                            sum(all, "data_size_bytes") / 1048576.0, within(0.006));
                            assertThat(before.path("topic_count").asInt()).isPositive();
                            assertThat(before.path("active_datasets").asInt())
                                    .isBetween(2, before.path("dataset_count").asInt());
                        });
    }

    @Test
    void current_holdsNothingThatIsCounted() {
        JsonNode current = vera.get("/api/metadata/current").data();

        assertThat(current.path("total").asInt()).isEqualTo(current.path("datasets").size());
        assertThat(current.path("more").asBoolean()).isFalse();
        assertThat(current.path("spooled_segments").isNumber()).isTrue();
        assertThat(current.path("spooled_bytes").isNumber()).isTrue();
        assertThat(first.byTopic(current.path("datasets")).isMissingNode()).isTrue();
    }

    private static String reading(int number) {
        return """
               {"sensor_id": "%1$s-%2$d", "count": %3$d, "temperature": %4$d.5, "timestamp": "%5$s", \
               "measured_at": %6$d, "device": "%7$s", "ok": %8$b, "note": null, \
               "position": {"lat": 44.4, "place": {"floor": %2$d}}, "tags": ["out", "new"], \
               "union_%1$s": %3$d}"""
                .formatted(
                        RUN,
                        number % SENSORS,
                        number,
                        20 + number,
                        begin.plusSeconds(number),
                        begin.plusSeconds(number).toEpochMilli(),
                        UUID.randomUUID(),
                        number % 2 == 0);
    }

    private static String otherReading(int number) {
        return reading(FIRST + number)
                .replace("\"count\": " + (FIRST + number), "\"count\": \"many-" + number + "\"")
                .replace("{\"floor\"", "{\"room\": \"r" + number + "\", \"floor\"")
                .replace("\"note\": null", "\"note\": null, \"humidity\": 0.5");
    }

    private static List<String> range(int count, IntFunction<String> message) {
        return IntStream.range(0, count).mapToObj(message).toList();
    }

    private static String evolution(MetadataStream stream) {
        return "/api/metadata/datasets/" + stream.id() + "/evolution";
    }

    private static JsonNode field(MetadataStream stream, String name) {
        return stream(stream.found().path("schema_fields"))
                .filter(field -> field.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field " + name));
    }

    private static long sum(JsonNode page, String figure) {
        return stream(page.path("datasets")).mapToLong(one -> one.path(figure).asLong()).sum();
    }
}
