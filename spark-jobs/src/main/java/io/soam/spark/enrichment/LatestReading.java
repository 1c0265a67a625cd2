package io.soam.spark.enrichment;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** A reading as Home shows it; the names are those of the report. */
record LatestReading(
        Instant at,
        String sensorId,
        String ingestionId,
        String messageId,
        Map<String, Double> numbers)
        implements Comparable<LatestReading>, Serializable {

    /** Most of them in a report. */
    static final int LIMIT = 50;

    /** Most numbers of one: a glance, not the record. */
    static final int MAX_NUMBERS = 16;

    private static final int MAX_TEXT = 255;

    private static final Comparator<LatestReading> OLDEST_FIRST =
            Comparator.comparing(LatestReading::at).thenComparing(LatestReading::messageId);

    @Override
    public int compareTo(LatestReading other) {
        return OLDEST_FIRST.compare(this, other);
    }

    /** A device's text, short enough for a report and free of what PostgreSQL's JSON refuses. */
    static String printable(String text) {
        return (text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT))
                .replace('\u0000', '\ufffd');
    }
}
