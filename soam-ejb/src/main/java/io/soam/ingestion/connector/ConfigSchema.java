package io.soam.ingestion.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the JSON Schema of a type's configuration, which lies beside its class.
 *
 * <p>Forms are made from it, in the order of its properties: {@code title}, {@code description} and
 * {@code default} are shown, {@code writeOnly} makes a secret. Beyond the standard, {@code
 * "format": "textarea"} asks for a field of several lines, and {@code x-enum-titles} names the
 * values of an {@code enum} for people, in their order.
 */
public final class ConfigSchema {

    private ConfigSchema() {}

    /** The schema in the file {@code name} beside a class. */
    public static String of(Class<?> type, String name) {
        try (InputStream schema = type.getResourceAsStream(name)) {
            if (schema == null) {
                throw new IllegalStateException("There is no " + name + " beside " + type);
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema is part of this archive", e);
        }
    }
}
