package io.soam.schema.boundary;

import java.util.List;

/**
 * How good the data of a dataset is.
 *
 * @param ingestionId the dataset
 * @param now over the last 24 hours
 * @param series hour by hour, oldest first; hours without a message are missing
 * @param metrics what was measured by others, newest first, at most 500
 */
public record QualityReport(
        String ingestionId,
        QualityFigures now,
        List<QualityHour> series,
        List<QualityMetricView> metrics) {

    public QualityReport {
        series = List.copyOf(series);
        metrics = List.copyOf(metrics);
    }
}
