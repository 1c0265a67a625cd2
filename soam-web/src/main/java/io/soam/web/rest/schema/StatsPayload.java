package io.soam.web.rest.schema;

import io.soam.schema.boundary.MetadataStats;

/**
 * Totals over all datasets.
 *
 * @param sizeMb the size in mebibytes, to two places
 */
public record StatsPayload(
        long datasetCount,
        long topicCount,
        long activeDatasets,
        long totalRecords,
        long totalSizeBytes,
        long totalUniqueSensors,
        double sizeMb) {

    private static final double BYTES_PER_HUNDREDTH = (1 << 20) / 100.0;

    static StatsPayload of(MetadataStats stats) {
        return new StatsPayload(
                stats.datasetCount(),
                stats.topicCount(),
                stats.activeDatasets(),
                stats.totalRecords(),
                stats.totalSizeBytes(),
                stats.totalUniqueSensors(),
                Math.round(stats.totalSizeBytes() / BYTES_PER_HUNDREDTH) / 100.0);
    }
}
