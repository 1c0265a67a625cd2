package io.soam.schema.boundary;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A figure of quality to be added.
 *
 * @param metricName what was measured
 * @param metricValue how much it is; a finite number
 */
public record NewQualityMetric(
        @NotBlank(message = "Say what was measured.")
                @Size(max = 100, message = "The name has at most 100 characters.")
                @Pattern(regexp = "[^\\x00]*", message = "Leave the character NUL out of the name.")
                String metricName,
        @NotNull(message = "Give the value, a number.") Double metricValue) {}
