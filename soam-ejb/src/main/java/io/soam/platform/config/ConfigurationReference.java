package io.soam.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes the configuration reference: every key of every class {@code XxxConfig} with a constant
 * {@code KEYS}, so that the document cannot forget one.
 */
public final class ConfigurationReference {

    private static final String HEAD =
            """
            # Configuration

            <!-- Generated: mvn -q -Dquick -DskipTests -pl soam-batch -am install &&
                 mvn -q -f soam-ejb/pom.xml exec:java@configuration -->

            Every setting is an environment variable of the server. The name in brackets can be used as a system
            property instead, except for `SOAM_HEAP`, `SOAM_LOG_FORMAT`, `SOAM_SHUTDOWN_SECONDS` and `SOAM_OIDC_*`.
            Durations are ISO 8601, such as `PT10S`. Nothing is fixed at build time, and there is no default for a
            secret.

            | variable | type | default | meaning |
            |---|---|---|---|
            """;

    private ConfigurationReference() {}

    /**
     * Writes the document.
     *
     * @param arguments the file, then directories of classes
     */
    public static void main(String[] arguments) throws IOException {
        StringBuilder document = new StringBuilder(HEAD);
        Stream.of(arguments)
                .skip(1)
                .flatMap(directory -> keys(Path.of(directory)).stream())
                .sorted(Comparator.comparing(ConfigKey::name))
                .forEach(key -> document.append(row(key)).append('\n'));
        Files.writeString(Path.of(arguments[0]), document, StandardCharsets.UTF_8);
    }

    /** The keys that the classes below a directory have, by name. */
    static List<ConfigKey<?>> keys(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            List<ConfigKey<?>> keys = new ArrayList<>();
            files.filter(file -> file.toString().endsWith("Config.class"))
                    .map(file -> className(classes.relativize(file)))
                    .forEach(name -> keys.addAll(keysOf(name)));
            keys.sort(Comparator.comparing(ConfigKey::name));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("The classes cannot be read", e);
        }
    }

    static String row(ConfigKey<?> key) {
        return String.format(
                Locale.ROOT,
                "| `%s` (`%s`) | %s | %s | %s%s |",
                key.environmentVariable(),
                key.name(),
                key.type().getSimpleName(),
                defaultOf(key),
                key.secret() ? "**Secret.** " : "",
                key.description().replace("|", "\\|"));
    }

    private static String defaultOf(ConfigKey<?> key) {
        if (key.defaultValue() == null) {
            return "must be set";
        }
        return key.defaultValue().isEmpty() ? "none" : "`" + key.defaultValue() + "`";
    }

    private static String className(Path file) {
        String path = file.toString().replace('/', '.').replace('\\', '.');
        return path.substring(0, path.length() - ".class".length());
    }

    private static List<ConfigKey<?>> keysOf(String className) {
        try {
            Field keys = Class.forName(className).getDeclaredField("KEYS");
            keys.setAccessible(true);
            List<ConfigKey<?>> typed = new ArrayList<>();
            ((List<?>) keys.get(null)).forEach(key -> typed.add((ConfigKey<?>) key));
            return typed;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " has no constant KEYS", e);
        }
    }
}
