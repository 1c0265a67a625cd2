package io.soam.spark.enrichment;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How old readings are, seen from a fixed moment, to a tenth of a second; older than two hours
 * counts as two hours. Of constant size however many readings it counts, and the distribution at
 * any later moment follows from it.
 */
final class Ages implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Upper bounds of the report's buckets, seconds; one more bucket is for what is above. */
    private static final List<Integer> BOUNDS =
            List.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600);

    private static final int MAX_TENTHS = 72_000;

    private final long referenceMicros;
    private final Map<Integer, Long> byTenths = new HashMap<>();

    Ages(long referenceMicros) {
        this.referenceMicros = referenceMicros;
    }

    void add(long eventMicros) {
        long tenths = Math.floorDiv(referenceMicros - eventMicros, 100_000L);
        // A clock that runs ahead gives a negative age: kept as such, within the same bound.
        int bounded = (int) Math.max(-MAX_TENTHS, Math.min(MAX_TENTHS, tenths));
        byTenths.merge(bounded, 1L, Long::sum);
    }

    void addAll(Ages other) {
        other.byTenths.forEach((tenths, count) -> byTenths.merge(tenths, count, Long::sum));
    }

    /** The distribution of ages at {@code moment}; null if nothing was counted. */
    Latencies at(Instant moment) {
        long count = byTenths.values().stream().mapToLong(Long::longValue).sum();
        if (count == 0) {
            return null;
        }
        double shift =
                (Duration.between(Instant.EPOCH, moment).toMillis() - referenceMicros / 1e3) / 1e3;
        NavigableMap<Integer, Long> ordered = new TreeMap<>(byTenths);
        long[] buckets = new long[BOUNDS.size() + 1];
        ordered.forEach((tenths, n) -> buckets[bucket(seconds(tenths, shift))] += n);
        return new Latencies(
                count,
                seconds(percentile(ordered, count, 0.50), shift),
                seconds(percentile(ordered, count, 0.95), shift),
                seconds(percentile(ordered, count, 0.99), shift),
                buckets);
    }

    private static int percentile(NavigableMap<Integer, Long> ordered, long count, double share) {
        long rank = (long) Math.ceil(count * share);
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : ordered.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return ordered.lastKey();
    }

    private static double seconds(int tenths, double shift) {
        return Math.max(0, Math.round(tenths + shift * 10) / 10.0);
    }

    private static int bucket(double seconds) {
        for (int i = 0; i < BOUNDS.size(); i++) {
            if (seconds <= BOUNDS.get(i)) {
                return i;
            }
        }
        return BOUNDS.size();
    }
}
