package io.soam.schema.boundary;

import java.time.Instant;

/**
 * A figure of quality that a person or another system has measured.
 *
 * @param id its number
 * @param metricName what was measured
 * @param metricValue how much it is
 * @param measurementTime when it was added
 * @param createdBy who added it
 */
public record QualityMetricView(
        long id,
        String metricName,
        double metricValue,
        Instant measurementTime,
        String createdBy) {}
