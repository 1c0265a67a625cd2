package io.soam.domain.time;

import java.time.Instant;
import java.util.Objects;

/**
 * When something happened, and how far the time can be trusted.
 *
 * @param at the instant; the fallback that was given where the device said nothing usable
 * @param source whose time it is
 */
public record EventTime(Instant at, Source source) {

    /** Whose time an {@link EventTime} is. */
    public enum Source {
        /** The device's own, understood. */
        DEVICE,
        /** The device gave none. */
        MISSING,
        /** The device gave something that no known notation explains. */
        UNPARSABLE;

        /**
         * The flag that bronze metadata and the silver column {@code quality} carry, lower case.
         */
        public String flag() {
            return switch (this) {
                case DEVICE -> "device_time";
                case MISSING -> "time_missing";
                case UNPARSABLE -> "time_unparsable";
            };
        }
    }

    public EventTime {
        Objects.requireNonNull(at, "An instant is required.");
        Objects.requireNonNull(source, "A source is required.");
    }
}
