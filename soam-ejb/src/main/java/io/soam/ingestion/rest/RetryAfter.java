package io.soam.ingestion.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header by which a server asks to be left alone: seconds, or a point in time. */
final class RetryAfter {

    /** Nobody may silence a data source for longer. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** The pause that is asked for; null if the header is missing or says nothing that is known. */
    static Duration of(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,18}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant at =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return bounded(Duration.between(now, at));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration bounded(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
