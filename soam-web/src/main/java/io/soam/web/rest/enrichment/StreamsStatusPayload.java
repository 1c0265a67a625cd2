package io.soam.web.rest.enrichment;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.soam.enrichment.boundary.StreamsStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the pipeline is doing, as the API shows it.
 *
 * @param totalActiveStreams how many streams run
 * @param activeStreams those that have been launched
 * @param managedStreams the same by name
 * @param timestamp when this was said
 * @param state as in {@link StreamsStatus}
 * @param message why it does not run; null if it does
 * @param configurationVersion newest version of rules, devices and thresholds
 * @param waitingRows rows in bronze that no micro-batch has taken yet
 * @param oldestWaiting reception of the oldest of them; null if there are none
 * @param heartbeatAt when the application was last heard of; null if never
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record StreamsStatusPayload(
        int totalActiveStreams,
        List<StreamPayload> activeStreams,
        Map<String, ManagedStream> managedStreams,
        Instant timestamp,
        String state,
        String message,
        long configurationVersion,
        long waitingRows,
        Instant oldestWaiting,
        Instant heartbeatAt) {

    /**
     * One of them.
     *
     * @param isActive whether it runs
     * @param status as in {@link StreamPayload}
     */
    @JsonNaming(LowerCamelCaseStrategy.class)
    public record ManagedStream(
            @com.fasterxml.jackson.annotation.JsonProperty("isActive") boolean isActive,
            String status) {}

    static StreamsStatusPayload of(StreamsStatus pipeline, Instant now) {
        boolean launched = pipeline.applicationId() != null;
        StreamPayload stream = StreamPayload.of(pipeline);
        return new StreamsStatusPayload(
                pipeline.isRunning() ? 1 : 0,
                launched ? List.of(stream) : List.of(),
                Map.of(
                        stream.name(),
                        new ManagedStream(stream.isActive(), stream.status()),
                        "schema_inference",
                        new ManagedStream(true, "ACTIVE")),
                now,
                pipeline.state(),
                pipeline.message(),
                pipeline.configurationVersion(),
                pipeline.waitingRows(),
                pipeline.oldestWaiting(),
                pipeline.heartbeatAt());
    }
}
