package io.soam.web.sources;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something else that a connector tells.
 *
 * @param label for people
 * @param text its value
 */
public record DetailItem(String label, String text) {

    static List<DetailItem> of(Map<String, Object> details) {
        return details.entrySet().stream()
                .filter(detail -> detail.getValue() != null)
                .map(detail -> new DetailItem(label(detail.getKey()), text(detail.getValue())))
                .filter(item -> !item.text().isBlank())
                .toList();
    }

    private static String label(String name) {
        String spaced = name.replace('_', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return String.valueOf(value);
    }
}
