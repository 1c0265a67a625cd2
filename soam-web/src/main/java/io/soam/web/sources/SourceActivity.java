package io.soam.web.sources;

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

    /** The same with what is known for sure of one data source. */
    SourceActivity with(Instant newest, int servers) {
        return new SourceActivity(rates, rate, newest, servers);
    }
}
