package io.soam.domain.rules;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The fields of one payload in the order they came, flattened: {@code {"loc":{"lat":1}}} has the
 * one field {@code loc.lat}. Nulls are left out; an array is one field that holds its JSON text.
 *
 * <p>One instance is filled and cleared for message after message, so that reading a payload makes
 * nothing but its strings.
 */
public final class Fields {

    private String[] paths = new String[32];
    private String[] texts = new String[32];
    private int size;

    /** Adds a field; {@code text} is what the payload says, without quotation marks. */
    public void add(String path, String text) {
        if (size == paths.length) {
            paths = Arrays.copyOf(paths, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        paths[size] = path;
        texts[size++] = text;
    }

    public int size() {
        return size;
    }

    /** Path of a field, such as {@code loc.lat}, in the device's own spelling. */
    public String path(int index) {
        return paths[index];
    }

    public String text(int index) {
        return texts[index];
    }

    /** Hands every field to {@code consumer}, first to last. */
    public void forEach(BiConsumer<String, String> consumer) {
        for (int i = 0; i < size; i++) {
            consumer.accept(paths[i], texts[i]);
        }
    }

    /** Forgets all fields. */
    public void clear() {
        Arrays.fill(paths, 0, size, null);
        Arrays.fill(texts, 0, size, null);
        size = 0;
    }
}
