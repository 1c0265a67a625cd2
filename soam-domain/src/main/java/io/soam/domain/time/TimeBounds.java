package io.soam.domain.time;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a device's time may lie from that of reception without anybody being told.
 *
 * @param late a message that is older at its reception is late
 * @param ahead a message whose time lies farther in the future has a clock that is wrong
 */
public record TimeBounds(Duration late, Duration ahead) {

    /** Flag of a message that came late. */
    public static final String LATE = "time_late";

    /** Flag of a message whose time had not come yet. */
    public static final String FUTURE = "time_future";

    private static final long MICROS_PER_MILLI = 1_000;

    /** What is to be said of a message, if anything; times are in microseconds since 1970. */
    public Optional<String> flag(long eventTime, long receivedAt) {
        // Not by their difference, which does not fit for the years that devices make up.
        if (eventTime < receivedAt - micros(late)) {
            return Optional.of(LATE);
        }
        return eventTime > receivedAt + micros(ahead) ? Optional.of(FUTURE) : Optional.empty();
    }

    private static long micros(Duration duration) {
        return duration.toMillis() * MICROS_PER_MILLI;
    }
}
