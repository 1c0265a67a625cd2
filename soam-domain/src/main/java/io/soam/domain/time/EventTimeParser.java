package io.soam.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/**
 * Reads the notations of time that devices use.
 *
 * <p>Text: ISO-8601 with {@code T} or a blank between date and time, with or without seconds,
 * fraction and zone (UTC where there is none), or a date alone. Numbers, also as text: an epoch,
 * whose unit its size tells: below 10<sup>11</sup> seconds, below 10<sup>14</sup> milliseconds,
 * below 10<sup>17</sup> microseconds, else nanoseconds. So {@code 1764000000} and {@code
 * 1764000000000} are the same instant.
 *
 * <p>Spark's own cast silently makes null of valid times such as {@code 2026-11-20T08:00Z};
 * therefore times are always read here.
 */
public final class EventTimeParser {

    private static final double SECONDS_BELOW = 1e11;
    private static final double MILLIS_BELOW = 1e14;
    private static final double MICROS_BELOW = 1e17;

    /** Silver, SQL and every client know these years, and no device has a use for others. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** {@code 2026-11-24T10:15:30Z} is the shortest text of the fast path. */
    private static final int FAST_MIN_LENGTH = 20;

    private static final DateTimeFormatter LENIENT =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .optionalStart()
                    .appendOffset("+HH:MM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HH", "Z")
                    .optionalEnd()
                    .optionalEnd()
                    .toFormatter();

    private EventTimeParser() {}

    /**
     * Reads a device's time.
     *
     * @param text what the device sent, or null if it sent nothing
     * @param fallback the instant to use where the text is missing or makes no sense
     */
    public static EventTime parse(String text, Instant fallback) {
        if (text == null || text.isBlank()) {
            return new EventTime(fallback, EventTime.Source.MISSING);
        }
        try {
            Instant at = instant(text.strip());
            return isInCalendar(at)
                    ? new EventTime(at, EventTime.Source.DEVICE)
                    : new EventTime(fallback, EventTime.Source.UNPARSABLE);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return new EventTime(fallback, EventTime.Source.UNPARSABLE);
        }
    }

    private static boolean isInCalendar(Instant at) {
        return !at.isBefore(FIRST) && !at.isAfter(LAST);
    }

    private static Instant instant(String text) {
        if (isFast(text)) {
            return fast(text);
        }
        return looksLikeNumber(text) ? epoch(text) : lenient(text);
    }

    private static Instant lenient(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        TemporalAccessor parsed = LENIENT.parse(iso.replace(" ", ""));
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return OffsetDateTime.from(parsed).toInstant();
        }
        return parsed.query(TemporalQueries.localTime()) == null
                ? LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC)
                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
    }

    private static Instant epoch(String text) {
        if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
            return wholeEpoch(Long.parseLong(text));
        }
        double value = Double.parseDouble(text);
        double magnitude = Math.abs(value);
        double unitsPerSecond =
                magnitude < SECONDS_BELOW
                        ? 1
                        : magnitude < MILLIS_BELOW ? 1e3 : magnitude < MICROS_BELOW ? 1e6 : 1e9;
        double seconds = value / unitsPerSecond;
        long whole = (long) Math.floor(seconds);
        long micros = Math.round((seconds - whole) * 1e6);
        return Instant.ofEpochSecond(whole, micros * 1_000);
    }

    private static Instant wholeEpoch(long value) {
        double magnitude = Math.abs((double) value);
        if (magnitude < SECONDS_BELOW) {
            return Instant.ofEpochSecond(value);
        }
        if (magnitude < MILLIS_BELOW) {
            return Instant.ofEpochMilli(value);
        }
        long perSecond = magnitude < MICROS_BELOW ? 1_000_000L : 1_000_000_000L;
        long nanosPerUnit = 1_000_000_000L / perSecond;
        return Instant.ofEpochSecond(
                Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * nanosPerUnit);
    }

    private static boolean looksLikeNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c == '-' && (i == 0 || isExponent(text.charAt(i - 1)));
            boolean plus = c == '+' && i > 0 && isExponent(text.charAt(i - 1));
            if (!isDigit(c) && c != '.' && !isExponent(c) && !sign && !plus) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExponent(char c) {
        return c == 'e' || c == 'E';
    }

    /**
     * The notation of nearly all devices, {@code yyyy-MM-ddTHH:mm:ss[.f…]Z}, read without objects.
     */
    private static boolean isFast(String text) {
        int length = text.length();
        if (length < FAST_MIN_LENGTH
                || text.charAt(length - 1) != 'Z'
                || text.charAt(10) != 'T'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || (length > FAST_MIN_LENGTH && text.charAt(19) != '.')
                || length == FAST_MIN_LENGTH + 1
                || length > FAST_MIN_LENGTH + 10) {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            boolean separator = i == 4 || i == 7 || i == 10 || i == 13 || i == 16 || i == 19;
            if (!separator && !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static Instant fast(String text) {
        long nanos = 0;
        int digits = 0;
        for (int i = FAST_MIN_LENGTH; i < text.length() - 1; i++, digits++) {
            nanos = nanos * 10 + (text.charAt(i) - '0');
        }
        for (; digits < 9; digits++) {
            nanos *= 10;
        }
        int hour = ChronoField.HOUR_OF_DAY.checkValidIntValue(two(text, 11));
        int minute = ChronoField.MINUTE_OF_HOUR.checkValidIntValue(two(text, 14));
        int second = ChronoField.SECOND_OF_MINUTE.checkValidIntValue(two(text, 17));
        int year = two(text, 0) * 100 + two(text, 2);
        long day = LocalDate.of(year, two(text, 5), two(text, 8)).toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
