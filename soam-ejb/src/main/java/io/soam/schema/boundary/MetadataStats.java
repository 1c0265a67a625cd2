package io.soam.schema.boundary;

/**
 * Totals over all datasets.
 *
 * @param datasetCount datasets
 * @param topicCount different topics
 * @param activeDatasets datasets with a message within the last hour
 * @param totalRecords messages
 * @param totalSizeBytes size of their payloads
 * @param totalUniqueSensors sensors, added up over the datasets
 */
public record MetadataStats(
        long datasetCount,
        long topicCount,
        long activeDatasets,
        long totalRecords,
        long totalSizeBytes,
        long totalUniqueSensors) {}
