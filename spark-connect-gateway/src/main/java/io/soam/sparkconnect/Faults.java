package io.soam.sparkconnect;

import java.time.Duration;
import java.util.List;

/** Turns what Spark throws into our exceptions, by the names of error classes in the text. */
final class Faults {

    private static final List<String> GONE =
            List.of("UNAVAILABLE", "INVALID_HANDLE", "UNAUTHENTICATED");

    private Faults() {}

    static RuntimeException translated(Exception e, Duration timeout) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("OPERATION_CANCELED")) {
            return new LakeQueryException(
                    "The query was broken off: it may take "
                            + timeout.toSeconds()
                            + " s. Ask for a shorter time range or fewer streams.",
                    e,
                    true);
        }
        if (message.contains("DELTA_CONCURRENT_")) {
            return new LakeConflictException(firstLine(e), e);
        }
        return GONE.stream().anyMatch(message::contains)
                ? new LakeUnavailableException("Spark does not answer: " + firstLine(e), e)
                : new LakeQueryException(firstLine(e), e);
    }

    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
