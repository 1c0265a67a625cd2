package io.soam.quarantine.boundary;

import java.time.Instant;
import java.util.List;

/**
 * Quarantine at a glance.
 *
 * @param open messages nobody has decided about
 * @param replayed messages that were sent again
 * @param discarded messages that were given up
 * @param waiting messages of streams that no device is registered for
 * @param oldestOpen reception of the oldest open one; null if there is none
 * @param newestOpen reception of the newest open one
 * @param groups open ones by reason and stream, the most frequent first; at most 100
 * @param trend how many were put aside in each of the last 24 hours, the oldest first
 * @param asOf when the lake said so
 * @param staleReason why it is not fresh, for people; null while it is
 */
public record QuarantineSummary(
        long open,
        long replayed,
        long discarded,
        long waiting,
        Instant oldestOpen,
        Instant newestOpen,
        List<Group> groups,
        List<Hour> trend,
        Instant asOf,
        String staleReason) {

    public QuarantineSummary {
        groups = List.copyOf(groups);
        trend = List.copyOf(trend);
    }

    /** Open messages of one stream for one reason. */
    public record Group(
            String reason,
            String reasonText,
            String ingestionId,
            long count,
            Instant oldest,
            Instant newest) {}

    /** Messages that were put aside within an hour. */
    public record Hour(Instant begin, long count) {}

    /** The same as the last that is known. */
    public QuarantineSummary stale(String reason) {
        return new QuarantineSummary(
                open,
                replayed,
                discarded,
                waiting,
                oldestOpen,
                newestOpen,
                groups,
                trend,
                asOf,
                reason);
    }

    public boolean isStale() {
        return staleReason != null;
    }
}
