package io.soam.web.rest.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.soam.enrichment.boundary.BatchView;
import io.soam.enrichment.boundary.StreamsStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A running stream as the API shows it.
 *
 * @param id Spark's id of the application
 * @param name always {@code enrichment}
 * @param runId the launch: the same as {@code id}, an application is launched once
 * @param isActive whether it runs
 * @param status {@code ACTIVE}, {@code TERMINATED} or {@code ERROR}
 * @param inputRowsPerSecond rows per second that arrived for the newest micro-batches
 * @param processedRowsPerSecond rows per second while a micro-batch was worked on
 * @param batchDuration milliseconds that the newest micro-batch took; null before the first
 * @param timestamp when it was committed; null before the first
 * @param batchId its number; null before the first
 * @param numInputRows rows it took from bronze; null before the first
 * @param sources where rows come from
 * @param sink where they go
 * @param exception why it does not run; null if it does
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record StreamPayload(
        String id,
        String name,
        String runId,
        @JsonProperty("isActive") boolean isActive,
        String status,
        double inputRowsPerSecond,
        double processedRowsPerSecond,
        Long batchDuration,
        Instant timestamp,
        Long batchId,
        Long numInputRows,
        List<String> sources,
        String sink,
        String exception) {

    static StreamPayload of(StreamsStatus pipeline) {
        BatchView last = pipeline.last();
        return new StreamPayload(
                pipeline.applicationId(),
                "enrichment",
                pipeline.applicationId(),
                pipeline.isRunning(),
                status(pipeline.state().toLowerCase(Locale.ROOT)),
                Rates.arriving(pipeline.recent()),
                Rates.working(pipeline.recent()),
                last == null
                        ? null
                        : Duration.between(last.plannedAt(), last.committedAt()).toMillis(),
                last == null ? null : last.committedAt(),
                last == null ? null : last.id(),
                last == null ? null : last.rowsIn(),
                List.of("bronze"),
                "silver/enriched",
                pipeline.isRunning() ? null : pipeline.message());
    }

    private static String status(String state) {
        return switch (state) {
            case "running", "starting" -> "ACTIVE";
            case "failed", "stale" -> "ERROR";
            default -> "TERMINATED";
        };
    }
}
