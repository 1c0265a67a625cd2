package io.soam.enrichment.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the Spark application reports of a micro-batch it has committed: docs/pipeline-contract.md.
 */
public record BatchReport(
        long rowsIn,
        long silver,
        long quarantined,
        long waiting,
        long duplicates,
        Map<String, Long> rules,
        Map<String, Long> stepMillis,
        Instant lastReceivedAt,
        Latencies sensorToSilver,
        Latencies sensorToGold,
        long windows,
        long alertsRaised,
        long alertsCleared,
        Map<String, Long> tableVersions,
        List<Reading> latestReadings) {

    public BatchReport {
        rules = Objects.requireNonNullElse(rules, Map.of());
        stepMillis = Objects.requireNonNullElse(stepMillis, Map.of());
        tableVersions = Objects.requireNonNullElse(tableVersions, Map.of());
        latestReadings = Objects.requireNonNullElse(latestReadings, List.of());
    }

    /**
     * Seconds from the device's time to a commit.
     *
     * @param count readings
     * @param p95 95th percentile
     * @param buckets readings up to each bound of {@link EnrichmentMeters#LATENCY_BOUNDS}, and
     *     above
     */
    public record Latencies(long count, Double p95, List<Long> buckets) {

        public Latencies {
            buckets = Objects.requireNonNullElse(buckets, List.of());
        }
    }

    /** One of the newest readings of the micro-batch. */
    public record Reading(
            Instant at,
            String sensorId,
            String ingestionId,
            String messageId,
            Map<String, Double> numbers) {

        public Reading {
            numbers = Objects.requireNonNullElse(numbers, Map.of());
        }
    }
}
