package io.soam.spark.enrichment;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The command line: pairs of a name and a value. */
final class Arguments {

    private static final Set<String> NAMES =
            Set.of(
                    "--epoch",
                    "--lake",
                    "--database",
                    "--database-user",
                    "--trigger-seconds",
                    "--max-batch-rows",
                    "--identify-hours");

    private final Map<String, String> values = new HashMap<>();

    /**
     * @throws IllegalArgumentException if a name is unknown or has no value
     */
    Arguments(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "Unknown argument, or one without a value: " + arguments[i]);
            }
            values.put(arguments[i], arguments[i + 1]);
        }
    }

    EnrichmentOptions options() {
        return new EnrichmentOptions(
                Long.parseLong(required("--epoch")),
                required("--lake"),
                Duration.ofSeconds(number("--trigger-seconds", 5)),
                number("--max-batch-rows", 500_000),
                Duration.ofHours(number("--identify-hours", 1)));
    }

    String database() {
        return required("--database");
    }

    String databaseUser() {
        return required("--database-user");
    }

    private String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The argument " + name + " is required");
        }
        return value;
    }

    private long number(String name, long otherwise) {
        String value = values.get(name);
        return value == null ? otherwise : Long.parseLong(value);
    }
}
