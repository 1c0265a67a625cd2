package io.soam.ingestion.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.soam.platform.control.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** Counts what comes in, under the metric names that dashboards know. */
@ApplicationScoped
public class IngestionMeters {

    private static final double[] DELAY_BUCKETS = {.1, .5, 1, 2, 5, 10, 30, 60, 300};

    @Inject MeterRegistry registry;

    @Inject PlatformConfig platform;

    private final LongAdder received = new LongAdder();
    private volatile Instant lastReceivedAt;

    /** Messages taken over by this server since it started. */
    public long received() {
        return received.sum();
    }

    /** When the newest message was taken over; null before the first. */
    public Instant lastReceivedAt() {
        return lastReceivedAt;
    }

    void receivedAt(Instant at) {
        lastReceivedAt = at;
    }

    /** The meters of one stream, to be kept as long as the stream is. */
    public StreamMeters stream(String sourceType, String ingestionId) {
        String pod = platform.podName();
        return new StreamMeters(
                received,
                counter("ingestor_messages_received", pod, sourceType, ingestionId),
                counter("ingestor_messages_processed", pod, sourceType, ingestionId),
                Counter.builder("ingestor_bytes_received")
                        .tag("pod", pod)
                        .tag("source_type", sourceType)
                        .register(registry),
                DistributionSummary.builder("ingestor_timestamp_delay_seconds")
                        .tag("pod", pod)
                        .tag("source_type", sourceType)
                        .serviceLevelObjectives(DELAY_BUCKETS)
                        .register(registry));
    }

    private Counter counter(String name, String pod, String sourceType, String ingestionId) {
        return Counter.builder(name)
                .tag("pod", pod)
                .tag("source_type", sourceType)
                .tag("ingestion_id", ingestionId)
                .register(registry);
    }
}
