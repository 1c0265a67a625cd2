package io.soam.ingestion.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Tags;
import io.soam.platform.control.Meters;
import io.soam.platform.control.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what comes in, under the metric names that dashboards know. */
@ApplicationScoped
public class IngestionMeters {

    private static final double[] DELAY_BUCKETS = {.1, .5, 1, 2, 5, 10, 30, 60, 300};

    @Inject Meters meters;

    @Inject PlatformConfig platform;

    private static final int MOST_STREAMS = 1_000;
    private static final String OTHER = "other";

    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private final Map<String, DistributionSummary> delays = new ConcurrentHashMap<>();
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

    /**
     * The meters of one stream, to be kept as long as the stream is.
     *
     * @param source the counters of its data source
     */
    StreamMeters stream(SourceCounters source, String sourceType, String ingestionId) {
        String pod = platform.podName();
        String stream = labelled(ingestionId);
        return new StreamMeters(
                source,
                received,
                counter("ingestor_messages_received", pod, sourceType, stream),
                counter("ingestor_messages_processed", pod, sourceType, stream),
                meters.counter(
                        "ingestor_bytes_received", Tags.of("pod", pod, "source_type", sourceType)),
                delays.computeIfAbsent(sourceType, this::delay));
    }

    /** Counts a message that could not be taken. */
    void failed(String sourceType, String ingestionId, RuntimeException failure) {
        Tags tags =
                Tags.of(
                        "pod", platform.podName(),
                        "source_type", sourceType,
                        "ingestion_id", labelled(ingestionId),
                        "error_type", failure.getClass().getSimpleName());
        meters.counter("ingestor_messages_failed", tags).increment();
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
        return meters.counter(
                name, Tags.of("pod", pod, "source_type", sourceType, "ingestion_id", ingestionId));
    }

    private DistributionSummary delay(String sourceType) {
        return meters.histogram(
                "ingestor_timestamp_delay_seconds",
                Tags.of("pod", platform.podName(), "source_type", sourceType),
                DELAY_BUCKETS);
    }
}
