package io.soam.ingestion.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A configuration to be tried out before it is saved.
 *
 * @param typeName its connector type
 * @param config the configuration
 * @param id the data source whose secrets complete the configuration; null for a new one
 */
public record TrialRequest(
        @NotBlank(message = "Say of which type it is; GET /api/data-sources/types lists them.")
                String typeName,
        @NotNull(message = "Give the configuration to be tried out.") JsonNode config,
        Long id) {}
