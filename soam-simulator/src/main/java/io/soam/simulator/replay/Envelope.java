package io.soam.simulator.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * JSON that is either a message's payload or, with {@code topic} and {@code payload}, a message.
 */
final class Envelope {

    /** Numbers stay as they were written. */
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private Envelope() {}

    static void tell(long line, JsonNode json, Recording.Listener listener)
            throws InterruptedException {
        boolean wrapped = json.size() == 2 && json.path("topic").isTextual() && json.has("payload");
        JsonNode payload = wrapped ? json.get("payload") : json;
        if (payload instanceof ObjectNode object) {
            Optional<String> topic =
                    wrapped ? Optional.of(json.get("topic").textValue()) : Optional.empty();
            listener.message(new RecordedMessage(line, topic, object));
        } else {
            listener.malformed(line, "no JSON object");
        }
    }
}
