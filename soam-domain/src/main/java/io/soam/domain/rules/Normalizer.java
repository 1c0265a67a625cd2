package io.soam.domain.rules;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the fields of a payload their canonical names: the one implementation that stream, preview
 * and batch share.
 *
 * <ol>
 *   <li>Names are compared in lower case. A field with a rule gets its canonical name, any other
 *       keeps its lower-case name, so that nothing is lost.
 *   <li>Several fields with one canonical name are coalesced: the first in the payload wins.
 *   <li>Two fields that differ only in case and have no rule are two fields: the second keeps its
 *       own spelling, and the record is flagged.
 *   <li>A text that is a number is also a number: {@code -12}, {@code 3.5} and {@code 1e3} are,
 *       {@code 0x10}, {@code 12 °C} and {@code NaN} are not.
 * </ol>
 */
public final class Normalizer {

    private final Map<String, String> lowerCase = new HashMap<>();

    /** Applies {@code renames}, canonical keys by lower-case raw key, to {@code fields}. */
    public NormalizedFields normalize(Fields fields, Map<String, String> renames) {
        int capacity = fields.size() * 4 / 3 + 1;
        Map<String, String> texts = new LinkedHashMap<>(capacity);
        Map<String, Double> numbers = new LinkedHashMap<>(capacity);
        boolean collided = false;
        for (int i = 0; i < fields.size(); i++) {
            String path = fields.path(i);
            String lower = lower(path);
            String canonical = renames.get(lower);
            String key = canonical == null ? lower : canonical;
            if (texts.containsKey(key)) {
                if (canonical != null) {
                    continue;
                }
                collided = true;
                key = free(texts, key);
            }
            String text = fields.text(i);
            texts.put(key, text);
            if (NumberText.isNumber(text)) {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    numbers.put(key, number);
                }
            }
        }
        return new NormalizedFields(texts, numbers, collided);
    }

    private static String free(Map<String, String> texts, String key) {
        int number = 2;
        while (texts.containsKey(key + "#" + number)) {
            number++;
        }
        return key + "#" + number;
    }

    /** Devices repeat their few field names for ever: lower-casing each once is enough. */
    private String lower(String path) {
        String known = lowerCase.get(path);
        if (known != null) {
            return known;
        }
        if (lowerCase.size() >= 10_000) {
            lowerCase.clear();
        }
        String lower = path.toLowerCase(Locale.ROOT);
        lowerCase.put(path, lower);
        return lower;
    }
}
