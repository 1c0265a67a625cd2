package io.soam.enrichment.control;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.soam.platform.control.Meters;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Publishes what micro-batches report, under the metric names that dashboards know. */
@ApplicationScoped
public class EnrichmentMeters {

    /** Upper bounds of the latency buckets, seconds. */
    static final List<Double> LATENCY_BOUNDS =
            List.of(1d, 2d, 5d, 10d, 20d, 30d, 60d, 120d, 300d, 600d, 1800d, 3600d);

    private static final double[] BATCH_BOUNDS = {.5, 1, 2, 5, 10, 20, 30, 60, 120, 300};
    private static final String STREAM = "enrichment";
    private static final double MILLIS_PER_SECOND = 1_000;

    @Inject MeterRegistry registry;
    @Inject Meters meters;
    @Inject PlatformConfig platform;

    private final Map<String, Double> steps = new ConcurrentHashMap<>();
    private Tags pod;
    private DistributionSummary toSilver;
    private DistributionSummary toGold;
    private DistributionSummary batchSeconds;
    private volatile boolean running;

    @PostConstruct
    void register() {
        pod = Tags.of("pod", platform.podName());
        toSilver = meters.histogram("pipeline_sensor_to_enrichment_latency_seconds", pod, bounds());
        toGold = meters.histogram("pipeline_sensor_to_gold_latency_seconds", pod, bounds());
        batchSeconds =
                meters.histogram(
                        "spark_batch_processing_latency_seconds",
                        pod.and("stream_type", STREAM),
                        BATCH_BOUNDS);
        registry.gauge("spark_active_streams", pod, this, self -> self.running ? 1 : 0);
        registry.gauge(
                "spark_stream_status",
                pod.and("stream_name", STREAM),
                this,
                self -> self.running ? 1 : 0);
    }

    void running(boolean now) {
        running = now;
    }

    void committed(CommittedBatch batch) {
        BatchReport report = batch.report();
        counter("spark_batches_processed", pod.and("stream_type", STREAM, "status", "success"), 1);
        counter("enrichment_records_processed", pod.and("ingestion_id", "all"), report.silver());
        gold("temperature_averages", report.windows());
        gold("temperature_alerts", report.alertsRaised() + report.alertsCleared());
        batchSeconds.record(
                Duration.between(batch.plannedAt(), batch.committedAt()).toMillis()
                        / MILLIS_PER_SECOND);
        add(toSilver, report.sensorToSilver());
        add(toGold, report.sensorToGold());
        report.rules()
                .forEach(
                        (key, count) ->
                                counter(
                                        "normalization_rule_applied",
                                        pod.and("raw_key", key),
                                        count));
        report.stepMillis().forEach(this::step);
    }

    private void gold(String table, long rows) {
        counter("gold_records_written", pod.and("aggregation_type", table), rows);
    }

    private void step(String step, long millis) {
        if (steps.put(step, millis / MILLIS_PER_SECOND) == null) {
            registry.gauge(
                    "step_duration_seconds",
                    pod.and("module", STREAM, "step", step),
                    steps,
                    all -> all.get(step));
        }
    }

    private void counter(String name, Tags tags, long by) {
        meters.counter(name, tags).increment((double) by);
    }

    /** The report has counts by bucket, not values: each counts as the middle of its bucket. */
    private static void add(DistributionSummary histogram, BatchReport.Latencies latencies) {
        if (latencies == null) {
            return;
        }
        double lower = 0;
        for (int i = 0; i < latencies.buckets().size(); i++) {
            double upper = i < LATENCY_BOUNDS.size() ? LATENCY_BOUNDS.get(i) : 2 * lower;
            for (long n = latencies.buckets().get(i); n > 0; n--) {
                histogram.record((lower + upper) / 2);
            }
            lower = upper;
        }
    }

    private static double[] bounds() {
        return LATENCY_BOUNDS.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
