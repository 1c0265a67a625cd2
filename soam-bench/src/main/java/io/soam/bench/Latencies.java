package io.soam.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts times in buckets that are 2 % wide, so that millions of them take little room and a
 * percentile is right within 2 %. Safe for several threads.
 */
final class Latencies {

    private static final double WIDTH = 1.02;
    private static final double LOG_WIDTH = Math.log(WIDTH);

    /** The last bucket begins at more than a day. */
    private static final int BUCKETS = 1_300;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    /** Counts a time; one that clocks have made negative counts as none. */
    void add(long micros) {
        counts.incrementAndGet(bucket(micros));
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** The time in milliseconds that no more than that share of all exceed; 0 if there are none. */
    double percentileMillis(double percent) {
        long rank = (long) Math.ceil(count() * percent / 100);
        long seen = 0;
        for (int i = 0; i < BUCKETS && rank > 0; i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return Math.pow(WIDTH, i) / 1_000;
            }
        }
        return 0;
    }

    private static int bucket(long micros) {
        return micros <= 1
                ? 0
                : Math.min(BUCKETS - 1, (int) Math.ceil(Math.log((double) micros) / LOG_WIDTH));
    }
}
