package io.soam.ingestion.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came by one stream lately.
 *
 * @param ingestionId the stream
 * @param topics topics, resources or URLs of its last messages
 * @param sensorIds sensors that its last messages name
 * @param samples its last messages, three at most, newest last
 * @param buffer its preview
 */
public record TopicAnalysis(
        String ingestionId,
        List<String> topics,
        List<String> sensorIds,
        List<Map<String, Object>> samples,
        Buffer buffer) {

    public TopicAnalysis {
        topics = List.copyOf(topics);
        sensorIds = List.copyOf(sensorIds);
        samples = List.copyOf(samples);
    }

    /**
     * A preview.
     *
     * @param rows messages in it, on all replicas
     * @param maxRows messages that it keeps on each replica
     * @param lastReceivedAt reception of the newest
     */
    public record Buffer(int rows, int maxRows, Instant lastReceivedAt) {}
}
