package io.soam.web.rest.schema;

import io.soam.schema.boundary.QualityFigures;
import io.soam.schema.boundary.QualityHour;
import io.soam.schema.boundary.QualityMetricView;
import io.soam.schema.boundary.QualityReport;
import java.util.List;

/**
 * How good a dataset's data is.
 *
 * @param current over the last 24 hours
 * @param series hour by hour, oldest first
 * @param metrics what was measured by others, newest first
 */
public record QualityPayload(
        String ingestionId,
        QualityFigures current,
        List<QualityHour> series,
        List<QualityMetricView> metrics,
        int metricCount) {

    static QualityPayload of(QualityReport report) {
        return new QualityPayload(
                report.ingestionId(),
                report.now(),
                report.series(),
                report.metrics(),
                report.metrics().size());
    }
}
