package io.soam.spark.enrichment;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A sensor's one-minute window.
 *
 * @param start inclusive, a whole minute
 */
record WindowKey(String sensorId, Instant start) implements Serializable {

    static final Duration LENGTH = Duration.ofMinutes(1);

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The window that holds a reading taken so many microseconds after 1970. */
    static WindowKey of(String sensorId, long micros) {
        return new WindowKey(
                sensorId, Instant.ofEpochSecond(Math.floorDiv(micros, 60_000_000L) * 60));
    }

    Instant end() {
        return start.plus(LENGTH);
    }

    /** The partition of the table of averages that the window is in, such as 2026-11-24-10. */
    String partition() {
        return HOUR.format(start);
    }
}
