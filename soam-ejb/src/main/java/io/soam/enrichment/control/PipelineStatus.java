package io.soam.enrichment.control;

import io.soam.enrichment.boundary.BatchView;
import io.soam.enrichment.boundary.StreamsStatus;
import java.time.Duration;
import java.util.List;

/** Puts what the catalogue says into words for people. */
public final class PipelineStatus {

    /**
     * A micro-batch may be long; the supervisor restarts the application after another half minute.
     */
    private static final Duration STALE_AFTER = Duration.ofSeconds(60);

    private PipelineStatus() {}

    /** The status as users see it. */
    public static StreamsStatus of(PipelineState state) {
        CatalogueState seen = state.catalogue();
        List<BatchView> recent = state.recent().stream().map(PipelineStatus::view).toList();
        if (seen == null) {
            return new StreamsStatus(
                    "stale",
                    null,
                    "The catalogue has not been read yet.",
                    null,
                    null,
                    0,
                    0,
                    null,
                    null,
                    recent);
        }
        return new StreamsStatus(
                isStale(seen) ? "stale" : seen.state(),
                seen.applicationId(),
                message(seen),
                seen.startedAt(),
                seen.heartbeatAt(),
                seen.configurationVersion(),
                seen.waitingRows(),
                seen.oldestWaiting(),
                recent.isEmpty() ? null : recent.get(0),
                recent);
    }

    static boolean isRunning(CatalogueState seen) {
        return "running".equals(seen.state()) && !isStale(seen);
    }

    private static boolean isStale(CatalogueState seen) {
        return "running".equals(seen.state())
                && (seen.heartbeatAt() == null
                        || seen.heartbeatAt().isBefore(seen.now().minus(STALE_AFTER)));
    }

    private static String message(CatalogueState seen) {
        if (isStale(seen)) {
            return "The Spark application has not been heard of since "
                    + seen.heartbeatAt()
                    + ". New messages wait in bronze; nothing is lost.";
        }
        return isRunning(seen) ? null : seen.message();
    }

    private static BatchView view(CommittedBatch batch) {
        BatchReport report = batch.report();
        return new BatchView(
                batch.id(),
                batch.configurationVersion(),
                batch.plannedAt(),
                batch.committedAt(),
                report.rowsIn(),
                report.silver(),
                report.quarantined(),
                report.waiting(),
                report.duplicates(),
                p95(report.sensorToSilver()),
                p95(report.sensorToGold()),
                report.lastReceivedAt());
    }

    private static Double p95(BatchReport.Latencies latencies) {
        return latencies == null || latencies.count() == 0 ? null : latencies.p95();
    }
}
