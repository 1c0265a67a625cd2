package io.soam.ingestion.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.soam.platform.control.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what comes in, under the metric names that dashboards know. */
@ApplicationScoped
public class IngestionMeters {

    private static final double[] DELAY_BUCKETS = {.1, .5, 1, 2, 5, 10, 30, 60, 300};

    @Inject MeterRegistry registry;

    @Inject PlatformConfig platform;

    private static final int MOST_STREAMS = 1_000;
    private static final String OTHER = "other";

    private final Set<String> streams = ConcurrentHashMap.newKeySet();
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
        String stream = labelled(ingestionId);
        return new StreamMeters(
                received,
                counter("ingestor_messages_received", pod, sourceType, stream),
                counter("ingestor_messages_processed", pod, sourceType, stream),
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

    /** Counts a message that could not be taken. */
    void failed(String sourceType, String ingestionId, RuntimeException failure) {
        Counter.builder("ingestor_messages_failed")
                .tag("pod", platform.podName())
                .tag("source_type", sourceType)
                .tag("ingestion_id", labelled(ingestionId))
                .tag("error_type", failure.getClass().getSimpleName())
                .register(registry)
                .increment();
    }

    /**
     * Streams are the senders' to invent, metrics must not grow with them: later ones share a
     * label.
     */
    private String labelled(String ingestionId) {
        if (streams.size() < MOST_STREAMS) {
            streams.add(ingestionId);
        }
        return streams.contains(ingestionId) ? ingestionId : OTHER;
    }

    private Counter counter(String name, String pod, String sourceType, String ingestionId) {
        return Counter.builder(name)
                .tag("pod", pod)
                .tag("source_type", sourceType)
                .tag("ingestion_id", ingestionId)
                .register(registry);
    }
}
