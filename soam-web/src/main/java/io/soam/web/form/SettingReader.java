package io.soam.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the settings out of a JSON Schema (2020-12). What it says that a form cannot, such as
 * patterns, is left to the check of the whole configuration.
 *
 * <p>Annotations of our own are understood: {@code x-advanced} says whether most people do without
 * a setting (otherwise that is so if it is optional and no password), and {@code x-lines} that a
 * text has several lines; {@code x-enum-titles} names the values of an {@code enum}; for {@code
 * x-when} see {@link Conditions}.
 */
final class SettingReader {

    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

    private final JsonNode schema;
    private final Set<String> required;

    private SettingReader(JsonNode schema) {
        this.schema = schema;
        this.required = texts(schema.path("required")).collect(Collectors.toSet());
    }

    /** The settings: required ones first, otherwise in the schema's order. */
    static List<Setting> read(JsonNode schema) {
        SettingReader reader = new SettingReader(schema);
        List<Setting> settings = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(
                        property ->
                                settings.add(
                                        reader.setting(property.getKey(), property.getValue())));
        settings.sort(Comparator.comparing(Setting::advanced));
        return settings;
    }

    private Setting setting(String name, JsonNode declared) {
        JsonNode property = resolved(declared);
        FieldKind kind = kind(property);
        boolean needed = required.contains(name);
        Condition condition = Conditions.of(name, schema);
        JsonNode advanced = either(declared, property, "x-advanced");
        boolean usual = needed || condition != null || isUsual(name, kind);
        return new Setting(
                name,
                either(declared, property, "title").asText(words(name)),
                either(declared, property, "description").asText(null),
                kind,
                needed,
                advanced.isMissingNode() ? !usual : advanced.asBoolean(),
                kind == FieldKind.CHOICE ? choices(property) : List.of(),
                either(declared, property, "default"),
                property.path("examples").path(0).asText(null),
                bound(property, "minimum"),
                bound(property, "maximum"),
                condition);
    }

    /** A password, and what cannot be left out if there is one. */
    private boolean isUsual(String name, FieldKind kind) {
        return kind == FieldKind.SECRET
                || schema.path("dependentRequired").properties().stream()
                        .filter(rule -> texts(rule.getValue()).anyMatch(name::equals))
                        .anyMatch(
                                rule ->
                                        kind(
                                                        resolved(
                                                                schema.path("properties")
                                                                        .path(rule.getKey())))
                                                == FieldKind.SECRET);
    }

    private JsonNode resolved(JsonNode property) {
        String reference = property.path("$ref").asText("");
        return reference.startsWith("#/") ? schema.at(reference.substring(1)) : property;
    }

    private FieldKind kind(JsonNode property) {
        if (!choices(property).isEmpty()) {
            return FieldKind.CHOICE;
        }
        List<JsonNode> alternatives = alternatives(property);
        if (alternatives.stream().anyMatch(SettingReader::isListOfTexts)) {
            return FieldKind.LIST;
        }
        if (alternatives.size() > 1) {
            return alternatives.stream().allMatch(one -> SCALARS.contains(type(one)))
                    ? FieldKind.TEXT
                    : FieldKind.JSON;
        }
        JsonNode only = alternatives.get(0);
        return switch (type(only)) {
            case "string" -> text(property, only);
            case "integer" -> FieldKind.WHOLE;
            case "number" -> FieldKind.NUMBER;
            case "boolean" -> FieldKind.SWITCH;
            case "object" -> isEntries(only) ? FieldKind.ENTRIES : FieldKind.JSON;
            default -> FieldKind.JSON;
        };
    }

    private static FieldKind text(JsonNode property, JsonNode only) {
        boolean secret =
                property.path("writeOnly").asBoolean()
                        || only.path("writeOnly").asBoolean()
                        || "password".equals(only.path("format").asText());
        boolean lines =
                only.path("x-lines").asBoolean()
                        || "textarea".equals(only.path("format").asText())
                        || only.path("contentMediaType").asText().contains("pem");
        if (secret) {
            return lines ? FieldKind.SECRET_LINES : FieldKind.SECRET;
        }
        return lines ? FieldKind.LINES : FieldKind.TEXT;
    }

    /** What the property can be; itself if it can be one thing only. Null is not counted. */
    private List<JsonNode> alternatives(JsonNode property) {
        JsonNode several = property.has("oneOf") ? property.path("oneOf") : property.path("anyOf");
        List<JsonNode> found =
                StreamSupport.stream(several.spliterator(), false)
                        .map(this::resolved)
                        .filter(one -> !"null".equals(one.path("type").asText()))
                        .toList();
        return found.isEmpty() ? List.of(property) : found;
    }

    private List<Choice> choices(JsonNode property) {
        JsonNode values = property.path("enum");
        if (values.isArray()) {
            JsonNode titles = property.path("x-enum-titles");
            List<Choice> choices = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i).asText();
                choices.add(new Choice(value, titles.path(i).asText(value), values.get(i)));
            }
            return choices;
        }
        List<JsonNode> alternatives = alternatives(property);
        if (alternatives.stream().allMatch(one -> one.has("const"))) {
            return alternatives.stream()
                    .map(
                            one ->
                                    new Choice(
                                            one.path("const").asText(),
                                            label(one),
                                            one.path("const")))
                    .toList();
        }
        return List.of();
    }

    private static String label(JsonNode alternative) {
        return alternative.path("title").asText(alternative.path("const").asText());
    }

    private static boolean isListOfTexts(JsonNode one) {
        return "array".equals(type(one)) && "string".equals(type(one.path("items")));
    }

    private static boolean isEntries(JsonNode one) {
        return !one.has("properties") && "string".equals(type(one.path("additionalProperties")));
    }

    /** The type; of several the first that is not null; empty if it is not said. */
    private static String type(JsonNode property) {
        JsonNode type = property.path("type");
        if (type.isArray()) {
            return texts(type).filter(name -> !"null".equals(name)).findFirst().orElse("");
        }
        return type.asText();
    }

    private static BigDecimal bound(JsonNode property, String keyword) {
        JsonNode bound = property.path(keyword);
        return bound.isNumber() ? bound.decimalValue() : null;
    }

    private static JsonNode either(JsonNode declared, JsonNode resolved, String keyword) {
        if (declared.has(keyword)) {
            return declared.get(keyword);
        }
        return resolved.has(keyword) ? resolved.get(keyword) : MissingNode.getInstance();
    }

    private static String words(String name) {
        String spaced = name.replace('_', ' ');
        return spaced.isEmpty()
                ? name
                : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
