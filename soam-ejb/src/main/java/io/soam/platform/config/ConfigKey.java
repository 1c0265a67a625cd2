package io.soam.platform.config;

import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/**
 * One thing that an operator can set: name, type, default and what it is for, side by side.
 *
 * @param name such as {@code soam.lake.endpoint}; the environment variable is {@code
 *     SOAM_LAKE_ENDPOINT}
 * @param type what the text is converted to
 * @param defaultValue used where nothing is set; null if there must be a value
 * @param secret whether the value must never be shown
 * @param description one sentence or two for the operator, with unit and bounds
 * @param <T> the type
 */
public record ConfigKey<T>(
        String name, Class<T> type, String defaultValue, boolean secret, String description) {

    public ConfigKey {
        Objects.requireNonNull(name, "A name is required.");
        Objects.requireNonNull(type, "A type is required.");
        Objects.requireNonNull(description, "A description is required.");
    }

    /** A key with a default. */
    public static <T> ConfigKey<T> of(
            String name, Class<T> type, String defaultValue, String description) {
        return new ConfigKey<>(name, type, defaultValue, false, description);
    }

    /** A key that must be set. */
    public static <T> ConfigKey<T> required(String name, Class<T> type, String description) {
        return new ConfigKey<>(name, type, null, false, description);
    }

    /** A secret that must be set. */
    public static ConfigKey<String> secret(String name, String description) {
        return new ConfigKey<>(name, String.class, null, true, description);
    }

    /** The environment variable that sets this key. */
    public String environmentVariable() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * The value in force.
     *
     * @throws IllegalStateException if there is none, or if it is not of this type
     */
    public T from(Config config) {
        String text =
                config.getOptionalValue(name, String.class)
                        .filter(t -> !t.isBlank())
                        .orElse(defaultValue);
        if (text == null) {
            throw new IllegalStateException(
                    "Nothing is configured for "
                            + name
                            + ". Set the environment variable "
                            + environmentVariable()
                            + ": "
                            + description);
        }
        try {
            return config.getConverter(type)
                    .orElseThrow(() -> new IllegalArgumentException("no converter for " + type))
                    .convert(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IllegalStateException(
                    "The value of "
                            + name
                            + (secret ? "" : ", '" + text + "',")
                            + " is not of type "
                            + type.getSimpleName()
                            + ". Correct the environment variable "
                            + environmentVariable()
                            + ": "
                            + description,
                    e);
        }
    }
}
