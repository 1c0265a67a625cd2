package io.soam.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What came out of one step.
 *
 * @param rate messages a second that were due
 * @param seconds for how long
 * @param sent messages that the broker has acknowledged
 * @param stored different ones of them that are in bronze
 * @param lost acknowledged ones that are not
 * @param duplicated rows of bronze that repeat a message under another identity
 * @param p50Millis from when a message was due to its acknowledgement; so p95 and p99
 * @param cpuSecondsPerMillion CPU seconds for a million messages, by process
 * @param detail what only the table shows
 */
@JsonPropertyOrder({
    "rate",
    "seconds",
    "sent",
    "stored",
    "lost",
    "duplicated",
    "p50Millis",
    "p95Millis",
    "p99Millis",
    "cpuSecondsPerMillion"
})
@JsonIgnoreProperties("detail")
record StepResult(
        int rate,
        long seconds,
        long sent,
        long stored,
        long lost,
        long duplicated,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        Map<String, Double> cpuSecondsPerMillion,
        Detail detail) {

    /**
     * @param repeated rows that repeat a message under its identity, which is no fault
     * @param failed messages that the broker did not acknowledge
     * @param objects new objects of bronze
     * @param drainSeconds from the last message to the registration of the last object
     * @param toReception from when a message was due to its reception by the server
     * @param toBronze from when a message was due to the registration of its object
     */
    record Detail(
            long repeated,
            long failed,
            long objects,
            double drainSeconds,
            Latencies toReception,
            Latencies toBronze) {}

    boolean isFaultless() {
        return lost == 0 && duplicated == 0 && detail.failed() == 0;
    }
}
