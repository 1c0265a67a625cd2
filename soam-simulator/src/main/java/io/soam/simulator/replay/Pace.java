package io.soam.simulator.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When each message is sent.
 *
 * <p>At ten times the speed, messages of 10:00:00, 10:00:20 and 10:00:10 that are replayed from
 * 12:00:00 on are planned for 12:00:00, 12:00:02 and 12:00:01: the gaps become shorter, what was
 * out of order stays so.
 */
interface Pace {

    /**
     * The planned time of the next message; empty when it has no place in time.
     *
     * @param recorded when it was measured, if it tells
     */
    Optional<Instant> plan(Optional<Instant> recorded);

    /** As recorded, faster or slower by a factor. */
    static Pace speed(double factor, Instant start) {
        return new Pace() {
            private Instant first;

            @Override
            public Optional<Instant> plan(Optional<Instant> recorded) {
                if (first == null) {
                    first = recorded.orElse(null);
                }
                return recorded.map(
                        time -> {
                            double gap = Duration.between(first, time).toMillis() / factor;
                            return start.plusMillis(Math.round(gap));
                        });
            }
        };
    }

    /** So many a second, whatever was recorded. */
    static Pace rate(double perSecond, Instant start) {
        return new Pace() {
            private long planned;

            @Override
            public Optional<Instant> plan(Optional<Instant> recorded) {
                double nanos = planned++ / perSecond * 1e9;
                return Optional.of(start.plusNanos(Math.round(nanos)));
            }
        };
    }
}
