package io.soam.spark.enrichment;

import java.io.Serializable;

/**
 * What the readings of a window add up to; two of them add up to a third, in any order.
 *
 * @param sum degrees Celsius
 * @param count readings
 * @param firstEnrichedMicros when the first of them was enriched, microseconds since 1970
 */
record WindowSums(double sum, long count, double min, double max, long firstEnrichedMicros)
        implements Serializable {

    static WindowSums of(double celsius, long enrichedMicros) {
        return new WindowSums(celsius, 1, celsius, celsius, enrichedMicros);
    }

    WindowSums plus(WindowSums other) {
        return new WindowSums(
                sum + other.sum,
                count + other.count,
                Math.min(min, other.min),
                Math.max(max, other.max),
                Math.min(firstEnrichedMicros, other.firstEnrichedMicros));
    }
}
