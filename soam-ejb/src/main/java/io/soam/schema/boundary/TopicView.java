package io.soam.schema.boundary;

import java.time.Instant;

/**
 * What came by one topic, of whatever data source.
 *
 * @param topic the topic
 * @param datasetCount streams
 * @param totalRecords messages
 * @param totalSizeBytes size of their payloads
 * @param totalUniqueSensors sensors, added up over the streams
 * @param earliestData reception of the first message
 * @param latestData reception of the last message
 */
public record TopicView(
        String topic,
        long datasetCount,
        long totalRecords,
        long totalSizeBytes,
        long totalUniqueSensors,
        Instant earliestData,
        Instant latestData) {}
