package io.soam.web.sources;

import io.soam.ingestion.boundary.ActivityPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What has come from a data source lately.
 *
 * @param rates messages a second, oldest first; empty if they are not known
 * @param rate messages a second now
 * @param lastMessageAt reception of the newest message; null if none is known
 * @param replicas servers it runs on; null if that is not known
 */
record SourceActivity(List<Double> rates, double rate, Instant lastMessageAt, Integer replicas) {

    static final SourceActivity UNKNOWN = new SourceActivity(List.of(), 0, null, null);

    SourceActivity {
        rates = List.copyOf(rates);
    }

    /** What the steps of the last minutes tell. */
    static SourceActivity of(List<ActivityPoint> points) {
        if (points.size() < 2) {
            return UNKNOWN;
        }
        double seconds =
                Duration.between(points.get(0).at(), points.get(1).at()).toMillis() / 1_000.0;
        List<Double> rates =
                points.stream().map(point -> point.received() / Math.max(seconds, 1)).toList();
        return new SourceActivity(rates, rates.get(rates.size() - 1), null, null);
    }

    /** The same with what is known for sure of one data source. */
    SourceActivity with(Instant newest, int servers) {
        return new SourceActivity(rates, rate, newest, servers);
    }
}
