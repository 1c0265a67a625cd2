package io.soam.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * When a message was measured: ISO 8601 with a blank or slashes as well ({@code 2018/01/01
 * 00:00:05}), UTC unless it says otherwise, or seconds or milliseconds since 1970.
 */
final class RecordedTime {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .toFormatter(Locale.ROOT);
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private RecordedTime() {}

    /** Empty when it is none of these. */
    static Optional<Instant> of(JsonNode value) {
        try {
            if (value.isNumber()) {
                return Optional.of(sinceEpoch(value.doubleValue()));
            }
            return value.isTextual() ? Optional.of(parse(value.textValue())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant sinceEpoch(double number) {
        double millis = Math.abs(number) < MILLISECONDS_FROM ? number * 1000 : number;
        return Instant.ofEpochMilli(Math.round(millis));
    }

    private static Instant parse(String text) {
        String iso = text.strip().replace('/', '-').replaceFirst(" ", "T");
        TemporalAccessor parsed = FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime time
                ? time.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    }
}
