package io.soam.ingestion.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The configuration of a push data source, read.
 *
 * @param streamField field whose value names the stream of a message; null if there is one stream
 * @param maxBatch most messages of one request
 * @param maxStreams most streams, so that a sender's mistake does not make thousands
 * @param senders users who may send; everyone with the role if empty
 */
record PushSettings(String streamField, int maxBatch, int maxStreams, Set<String> senders) {

    static PushSettings of(JsonNode config) {
        String field = config.path("stream_field").asText("").strip();
        return new PushSettings(
                field.isEmpty() ? null : field,
                config.path("max_batch").asInt(10_000),
                config.path("max_streams").asInt(1_000),
                StreamSupport.stream(config.path("senders").spliterator(), false)
                        .map(sender -> sender.asText().strip())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean maySend(String caller) {
        return senders.isEmpty() || senders.contains(caller);
    }
}
