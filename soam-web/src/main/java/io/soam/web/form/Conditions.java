package io.soam.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Finds out when a setting matters. Either its annotation {@code x-when} says so, an object with
 * the name of another setting and a list of its values, or the schema requires it only {@code if}
 * the other setting has a certain value. A form then shows it only while the other one has it.
 */
final class Conditions {

    private Conditions() {}

    /** The condition of a setting; null if it matters always. */
    static Condition of(String name, JsonNode schema) {
        JsonNode said = schema.path("properties").path(name).path("x-when");
        if (!said.isEmpty()) {
            Map.Entry<String, JsonNode> when = said.properties().iterator().next();
            return new Condition(when.getKey(), texts(when.getValue()));
        }
        String other = null;
        List<String> values = new ArrayList<>();
        for (JsonNode rule : rules(schema)) {
            if (!requires(rule.path("then"), name)) {
                continue;
            }
            for (Map.Entry<String, JsonNode> test :
                    rule.path("if").path("properties").properties()) {
                if (other == null || other.equals(test.getKey())) {
                    other = test.getKey();
                    values.addAll(values(test.getValue()));
                }
            }
        }
        return values.isEmpty() || name.equals(other) ? null : new Condition(other, values);
    }

    private static List<JsonNode> rules(JsonNode schema) {
        List<JsonNode> rules = new ArrayList<>();
        if (schema.has("if")) {
            rules.add(schema);
        }
        schema.path("allOf").forEach(rules::add);
        return rules;
    }

    private static boolean requires(JsonNode then, String name) {
        return StreamSupport.stream(then.path("required").spliterator(), false)
                .anyMatch(required -> required.asText().equals(name));
    }

    private static List<String> values(JsonNode test) {
        if (test.has("const")) {
            return List.of(test.path("const").asText());
        }
        return texts(test.path("enum"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
