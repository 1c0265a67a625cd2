package io.soam.systemtest;

import static io.soam.systemtest.Items.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The metadata for those who ask questions: sources, fields, one schema of all. */
@SystemTest
class SchemaIT {

    @Test
    void whoeverWritesQuestions_findsSourcesFieldsAndOneSchema(SoamStack stack) {
        String mixed = "union_" + UUID.randomUUID();
        Api vera = stack.api().as("vera");
        MetadataStream first =
                new MetadataStream(stack)
                        .with(
                                List.of(
                                        "{\"%s\": 1, \"timestamp\": \"%s\"}"
                                                .formatted(mixed, Instant.now())));
        MetadataStream other =
                new MetadataStream(stack).with(List.of("{\"%s\": true}".formatted(mixed)));

        JsonNode source = other.byTopic(vera.get("/api/schema/sources?page_size=500").data());
        assertThat(source.path("name").asText()).isEqualTo(other.id());
        assertThat(source.path("record_count").asLong()).isEqualTo(1);
        assertThat(texts(source.path("fields"), "name", "type"))
                .containsExactly(mixed + " boolean");

        JsonNode context = vera.get("/api/schema/context").data();
        JsonNode dataset = other.byTopic(context.path("datasets"));
        assertThat(texts(dataset.path("fields"), "name", "type", "nullable"))
                .containsExactly(mixed + " boolean false");
        assertThat(texts(dataset.at("/fields/0/sample_values"))).containsExactly("true");
        assertThat(context.path("dataset_count").asInt())
                .isGreaterThanOrEqualTo(context.path("datasets").size());
        assertThat(texts(context.path("union_schema"), "name", "type"))
                .contains(mixed + " double", "timestamp string");

        new MetadataStream(stack).with(List.of("{\"%s\": \"text\"}".formatted(mixed)));
        assertThat(
                        texts(
                                vera.get("/api/schema/context").data().path("union_schema"),
                                "name",
                                "type"))
                .contains(mixed + " string");

        Answer list = vera.get("/api/schema/datasets?page_size=500");
        assertThat(first.byTopic(list.data())).isEqualTo(first.found());
        assertThat(list.body().path("total").asInt()).isGreaterThanOrEqualTo(list.data().size());
    }
}
