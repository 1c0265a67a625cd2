package io.soam.simulator.sensor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** How sensors write numbers and times. */
public final class Values {

    /** Always three digits, which {@link Instant#toString()} has only when they are not zero. */
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Values() {}

    public static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }

    /** Such as {@code 2026-11-24T10:00:00.000Z}. */
    public static String timestamp(Instant at) {
        return MILLISECONDS.format(at);
    }
}
