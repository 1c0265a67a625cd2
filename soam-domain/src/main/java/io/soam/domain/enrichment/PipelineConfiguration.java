package io.soam.domain.enrichment;

import io.soam.domain.rules.NormalizationRule;
import java.util.List;
import java.util.Objects;

/**
 * Everything that decides what the pipeline makes of a message, as it stood at one moment. It is
 * never changed: an edit makes the next version. A micro-batch works with exactly one version, and
 * each silver row names it.
 *
 * @param version counts up from 1
 * @param rules the enabled normalisation rules
 * @param admission the streams that may enter silver
 * @param temperatureThreshold degrees Celsius above which a temperature raises an alert
 */
public record PipelineConfiguration(
        long version,
        List<NormalizationRule> rules,
        Admission admission,
        double temperatureThreshold) {

    /** Threshold where no setting says otherwise, degrees Celsius. */
    public static final double DEFAULT_TEMPERATURE_THRESHOLD = 30.0;

    public PipelineConfiguration {
        Objects.requireNonNull(admission, "An admission is required.");
        rules = List.copyOf(rules);
    }
}
