package io.soam.web.rest.schema;

import io.soam.schema.boundary.NewQualityMetric;
import io.soam.web.rest.Problem;
import io.soam.web.rest.ProblemException;

/**
 * A figure of quality to be added.
 *
 * @param metricName what was measured
 * @param metricValue how much it is
 */
public record NewQualityPayload(String metricName, Double metricValue) {

    private static final Problem MISSING =
            new Problem(
                    400,
                    "incomplete_quality_metric",
                    "Send metric_name, a text, and metric_value, a number.",
                    null);

    NewQualityMetric metric() {
        boolean named = metricName != null && !metricName.isBlank();
        if (!named || metricValue == null || !Double.isFinite(metricValue)) {
            throw new ProblemException(MISSING);
        }
        return new NewQualityMetric(metricName, metricValue);
    }
}
