package io.soam.platform.control;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often values were recorded in which bucket. Safe for several threads. */
public final class Histogram {

    private final double[] bounds;
    private final LongAdder[] buckets;
    private final DoubleAdder sum = new DoubleAdder();

    Histogram(double... bounds) {
        this.bounds = bounds.clone();
        this.buckets =
                Stream.generate(LongAdder::new).limit(bounds.length + 1).toArray(LongAdder[]::new);
    }

    public void record(double value) {
        record(value, 1);
    }

    /** Records a value several times. */
    public void record(double value, long times) {
        int bucket = 0;
        while (bucket < bounds.length && value > bounds[bucket]) {
            bucket++;
        }
        buckets[bucket].add(times);
        sum.add(value * times);
    }

    /** Values in a bucket and those below. */
    long cumulative(int bucket) {
        return IntStream.rangeClosed(0, bucket).mapToLong(i -> buckets[i].sum()).sum();
    }

    long count() {
        return cumulative(bounds.length);
    }

    double sum() {
        return sum.sum();
    }
}
