package io.soam.simulator.sensor;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a sensor pauses between two readings: a range to draw from. Written as {@code 5..15s},
 * {@code 200..500ms} or, without a range, {@code 10s}; without a unit it is seconds.
 *
 * @param shortest more than zero
 * @param longest at least {@code shortest}
 */
public record Interval(Duration shortest, Duration longest) {

    private static final Pattern NOTATION =
            Pattern.compile("(?<from>\\d{1,9})(?:\\.\\.(?<to>\\d{1,9}))?(?<unit>ms|s)?");

    public Interval {
        if (shortest.isZero() || shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    "An interval must be longer than zero and its end not before its start.");
        }
    }

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Interval parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no interval. Write for example 5..15s, 200..500ms or 10s."
                            .formatted(text));
        }
        String from = matcher.group("from");
        String to = matcher.group("to") == null ? from : matcher.group("to");
        int millisPerUnit = "ms".equals(matcher.group("unit")) ? 1 : 1000;
        return new Interval(
                Duration.ofMillis(Long.parseLong(from) * millisPerUnit),
                Duration.ofMillis(Long.parseLong(to) * millisPerUnit));
    }

    public Duration draw(Chance chance) {
        return Duration.ofMillis(chance.whole(shortest.toMillis(), longest.toMillis()));
    }
}
