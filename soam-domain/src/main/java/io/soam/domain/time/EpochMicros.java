package io.soam.domain.time;

import java.time.Instant;

/**
 * Instants as microseconds since 1970, which is how the spool and the lake keep them. {@code
 * ChronoUnit.MICROS.between} must not be used: it counts nanoseconds on the way and fails for the
 * years before 1677 and after 2262, which devices do send.
 */
public final class EpochMicros {

    private static final long PER_SECOND = 1_000_000;
    private static final long NANOS = 1_000;

    private EpochMicros() {}

    /** Microseconds from 1970 to the instant; negative before. */
    public static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), PER_SECOND),
                instant.getNano() / NANOS);
    }

    /** The instant that is so many microseconds after 1970. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }
}
