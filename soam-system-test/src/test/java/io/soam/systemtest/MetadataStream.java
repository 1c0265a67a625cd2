package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A stream of messages that only one test sends, and what the metadata says of it. */
final class MetadataStream {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final String PENDING = "/api/metadata/current";

    private final String topic = "smartcity/sensors/metadata/" + UUID.randomUUID();
    private final Publisher publisher;
    private final Api reader;
    private long messages;
    private long bytes;

    MetadataStream(SoamStack stack) {
        publisher = new Publisher(stack);
        reader = stack.api().as("vera");
    }

    /** Publishes messages and waits until all that were ever published are counted. */
    MetadataStream with(List<String> payloads) {
        publisher.publish(topic, payloads);
        messages += payloads.size();
        bytes +=
                payloads.stream()
                        .mapToLong(payload -> payload.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
        await().atMost(PATIENCE).until(() -> counted() + pending() >= messages);
        await().atMost(PATIENCE).until(() -> counted() >= messages);
        await().during(SETTLED).atMost(PATIENCE).until(() -> counted() == messages);
        return this;
    }

    /** First what is counted, then what waits: a message on its way is seen once at most. */
    private long counted() {
        long counted = found().path("record_count").asLong();
        assertThat(counted).as("messages counted").isLessThanOrEqualTo(messages);
        return counted;
    }

    private long pending() {
        return byTopic(reader.get(PENDING).data().path("datasets")).path("record_count").asLong();
    }

    /** The dataset as the list shows it. */
    JsonNode found() {
        String filter = URLEncoder.encode(topic, StandardCharsets.UTF_8);
        return reader.get("/api/metadata/datasets?topic=" + filter).data().at("/datasets/0");
    }

    /** The one of a list that is of this stream. */
    JsonNode byTopic(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path("topic").asText().equals(topic))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    String topic() {
        return topic;
    }

    /** The ingestion id. */
    String id() {
        return found().path("ingestion_id").asText();
    }

    long messages() {
        return messages;
    }

    long bytes() {
        return bytes;
    }
}
