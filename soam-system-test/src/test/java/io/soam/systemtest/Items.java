package io.soam.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The items of a JSON list, to be compared. */
final class Items {

    private Items() {}

    static Instant time(JsonNode object, String name) {
        return Instant.parse(object.path(name).asText());
    }

    /** Each object as a line of some of its values. */
    static List<String> texts(JsonNode list, String... names) {
        return stream(list)
                .map(
                        one ->
                                names.length == 0
                                        ? one.asText()
                                        : String.join(
                                                " ",
                                                Stream.of(names)
                                                        .map(name -> one.path(name).asText())
                                                        .toList()))
                .toList();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
