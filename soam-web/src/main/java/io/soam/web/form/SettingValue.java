package io.soam.web.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What was entered, as the configuration has it. */
final class SettingValue {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private SettingValue() {}

    static JsonNode of(Setting setting, List<String> texts) {
        String text = texts.get(0);
        return switch (setting.kind()) {
            case WHOLE -> asRead(bounded(setting, whole(setting, text)).longValue());
            case NUMBER ->
                    DoubleNode.valueOf(bounded(setting, number(setting, text)).doubleValue());
            case SWITCH -> BooleanNode.valueOf(Boolean.parseBoolean(text));
            case LIST -> list(texts);
            case CHOICE -> choice(setting, text);
            case JSON -> json(setting, text);
            default -> TextNode.valueOf(text);
        };
    }

    static Optional<JsonNode> ofEntries(Setting setting, List<Entry> entries) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Entry entry : entries) {
            if (entry.name().isBlank()) {
                throw new UnreadableSettingException(
                        "Give '%s' a name, or remove it.".formatted(entry.text()));
            }
            if (object.has(entry.name())) {
                throw new UnreadableSettingException(
                        "'%s' is there twice; remove one.".formatted(entry.name()));
            }
            object.put(entry.name(), entry.text());
        }
        return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }

    /** Of the size that reading the same from JSON gives: only then are both equal. */
    private static JsonNode asRead(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static ArrayNode list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static JsonNode choice(Setting setting, String text) {
        return setting.choices().stream()
                .filter(choice -> choice.value().equals(text))
                .map(Choice::node)
                .findFirst()
                .orElseThrow(
                        () ->
                                new UnreadableSettingException(
                                        setting.title() + " cannot be '" + text + "'."));
    }

    private static BigDecimal whole(Setting setting, String text) {
        try {
            return BigDecimal.valueOf(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw unreadable(setting, "a whole number", e);
        }
    }

    private static BigDecimal number(Setting setting, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw unreadable(setting, "a number with a point, such as 2.5", e);
        }
    }

    private static BigDecimal bounded(Setting setting, BigDecimal number) {
        boolean small = setting.least() != null && number.compareTo(setting.least()) < 0;
        boolean great = setting.greatest() != null && number.compareTo(setting.greatest()) > 0;
        if (small || great) {
            throw new UnreadableSettingException(setting.title() + " must be " + range(setting));
        }
        return number;
    }

    private static String range(Setting setting) {
        if (setting.greatest() == null) {
            return setting.least().toPlainString() + " or more.";
        }
        return setting.least() == null
                ? setting.greatest().toPlainString() + " or less."
                : "between %s and %s."
                        .formatted(
                                setting.least().toPlainString(),
                                setting.greatest().toPlainString());
    }

    private static JsonNode json(Setting setting, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null
                            ? ""
                            : " in line %d, column %d"
                                    .formatted(
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr());
            throw unreadable(setting, "JSON; there is an error" + where, e);
        }
    }

    private static UnreadableSettingException unreadable(
            Setting setting, String expected, Exception cause) {
        UnreadableSettingException failure =
                new UnreadableSettingException(setting.title() + " must be " + expected + ".");
        failure.initCause(cause);
        return failure;
    }
}
