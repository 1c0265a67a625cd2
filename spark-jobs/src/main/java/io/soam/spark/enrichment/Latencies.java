package io.soam.spark.enrichment;

/**
 * Seconds from the event, by the device's clock, to a commit; the names are those of the report.
 *
 * @param buckets how many were up to 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600 seconds,
 *     and above
 */
@SuppressWarnings("ArrayRecordComponent") // written to JSON and never compared
record Latencies(long count, double p50, double p95, double p99, long[] buckets) {}
