package io.soam.ingestion.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What shall be different about a data source; null leaves a component as it is.
 *
 * @param name another name; the ingestion id stays
 * @param config another configuration; a secret that is left out stays, one that is null goes
 * @param enabled whether it may run
 * @param version the version that the caller has seen; if it is not the newest, nothing is changed
 */
public record DataSourceChange(
        @Size(min = 1, max = 100, message = "A name has 1 to 100 characters.")
                @Pattern(
                        regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*",
                        message =
                                "A name is not blank and holds no control characters, such as line"
                                        + " breaks.")
                String name,
        JsonNode config,
        Boolean enabled,
        Integer version) {}
