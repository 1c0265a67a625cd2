package io.soam.domain.schema;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long after their own time messages were received, as a histogram that merges by addition.
 * Times that lie ahead of reception count as not late at all.
 */
public final class Lateness {

    /** Upper bounds of the buckets in seconds; one more bucket takes what is above. */
    public static final List<Double> BOUNDS =
            List.of(
                    0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3_600.0,
                    21_600.0, 86_400.0);

    private static final long[] BOUND_MICROS =
            BOUNDS.stream().mapToLong(seconds -> (long) (seconds * 1e6)).toArray();

    private final long[] buckets;

    Lateness() {
        this(new long[BOUND_MICROS.length + 1]);
    }

    private Lateness(long[] buckets) {
        this.buckets = buckets;
    }

    /** From counts as {@link #buckets()} gives them. */
    public static Lateness of(List<Long> buckets) {
        if (buckets.size() != BOUND_MICROS.length + 1) {
            throw new IllegalArgumentException(
                    "There are "
                            + (BOUND_MICROS.length + 1)
                            + " buckets of lateness, not "
                            + buckets.size());
        }
        return new Lateness(buckets.stream().mapToLong(Long::longValue).toArray());
    }

    void add(long micros) {
        int bucket = 0;
        while (bucket < BOUND_MICROS.length && micros > BOUND_MICROS[bucket]) {
            bucket++;
        }
        buckets[bucket]++;
    }

    /** Adds what another has counted. */
    public void merge(Lateness other) {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] += other.buckets[i];
        }
    }

    /** Counts per bucket. */
    public List<Long> buckets() {
        return java.util.Arrays.stream(buckets).boxed().toList();
    }

    /** How many were counted. */
    public long count() {
        return java.util.Arrays.stream(buckets).sum();
    }

    /**
     * Seconds within which a share of the messages was received, interpolated within a bucket;
     * above the last bound that bound itself. Nothing where nothing was counted.
     *
     * @param share between 0 and 1
     */
    public OptionalDouble percentile(double share) {
        long count = count();
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double rank = share * count;
        long below = 0;
        for (int i = 0; i < BOUND_MICROS.length; i++) {
            if (buckets[i] > 0 && below + buckets[i] >= rank) {
                double from = i == 0 ? 0 : BOUNDS.get(i - 1);
                double inside = Math.max(0, rank - below) / buckets[i];
                return OptionalDouble.of(from + (BOUNDS.get(i) - from) * inside);
            }
            below += buckets[i];
        }
        return OptionalDouble.of(BOUNDS.get(BOUNDS.size() - 1));
    }

    void write(DataOutput out) throws IOException {
        for (long bucket : buckets) {
            out.writeLong(bucket);
        }
    }

    static Lateness read(DataInput in) throws IOException {
        Lateness lateness = new Lateness();
        for (int i = 0; i < lateness.buckets.length; i++) {
            lateness.buckets[i] = in.readLong();
        }
        return lateness;
    }
}
