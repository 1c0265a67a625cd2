package io.soam.ingestion.boundary;

import java.time.Instant;
import java.util.List;

/**
 * What has come of a data source, on all replicas.
 *
 * @param ingestionId its id in the lake
 * @param received messages since it was registered
 * @param failed messages that could not be taken since then
 * @param bytes of payloads since then
 * @param lastMessageAt when the last came; null if none has come
 * @param messagesPerSecond over the last minute
 * @param bytesPerSecond over the last minute
 * @param stepSeconds length of a step of the series
 * @param series steps of equal length, oldest first; complete ones only
 * @param replicas those that run it, by name
 */
public record SourceMetricsView(
        String ingestionId,
        long received,
        long failed,
        long bytes,
        Instant lastMessageAt,
        double messagesPerSecond,
        double bytesPerSecond,
        int stepSeconds,
        List<ActivityPoint> series,
        List<ReplicaHealthView> replicas) {

    public SourceMetricsView {
        series = List.copyOf(series);
        replicas = List.copyOf(replicas);
    }
}
