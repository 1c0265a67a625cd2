package io.soam.stack.run;

import io.soam.stack.process.PartLog;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for a part that failed: which one, why, what it last said, and where it said it. */
final class PartFailure {

    private PartFailure() {}

    static String message(String part, String reason, PartLog log) {
        return Stream.of(
                        Stream.of("%s: %s".formatted(part, reason)),
                        lastWords(log).stream().map(line -> "  | " + line),
                        Stream.of("Log: " + log.path()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> lastWords(PartLog log) {
        try {
            return log.tellingLines();
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }
}
