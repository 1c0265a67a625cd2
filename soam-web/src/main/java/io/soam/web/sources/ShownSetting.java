package io.soam.web.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.boundary.DataSourceView;
import io.soam.web.form.SchemaForm;
import io.soam.web.form.Setting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A setting to look at.
 *
 * @param title for people
 * @param text its value; for a secret only whether it is set
 * @param given whether it is set rather than left to the standard
 */
public record ShownSetting(String title, String text, boolean given) {

    static List<ShownSetting> of(JsonNode schema, DataSourceView source) {
        return SchemaForm.settings(schema).stream()
                .map(setting -> of(setting, source))
                .filter(shown -> !shown.text().isEmpty())
                .toList();
    }

    private static ShownSetting of(Setting setting, DataSourceView source) {
        Object value = source.config().get(setting.name());
        if (source.secretsSet().contains(setting.name())) {
            return new ShownSetting(setting.title(), "set, not shown", true);
        }
        if (value != null) {
            return new ShownSetting(setting.title(), text(value), true);
        }
        JsonNode standard = setting.standard();
        String text = standard.isValueNode() && !standard.isNull() ? standard.asText() : "";
        return new ShownSetting(setting.title(), words(text), false);
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining("\n"));
        }
        return words(String.valueOf(value));
    }

    private static String words(String text) {
        return switch (text) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> text;
        };
    }
}
