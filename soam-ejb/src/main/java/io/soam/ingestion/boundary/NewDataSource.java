package io.soam.ingestion.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A data source to be registered.
 *
 * @param name for people; with the type it gives the ingestion id
 * @param typeName its connector type
 * @param config the type's configuration, secrets in clear
 * @param enabled whether it is started at once; null for yes
 */
public record NewDataSource(
        @NotBlank(message = "Give the data source a name.")
                @Size(max = 100, message = "A name has at most 100 characters.")
                @Pattern(
                        regexp = "[^\\p{Cntrl}]*",
                        message = "A name holds no control characters, such as line breaks.")
                String name,
        @NotBlank(message = "Say of which type it is; GET /api/data-sources/types lists them.")
                String typeName,
        @NotNull(message = "Give its configuration.") JsonNode config,
        Boolean enabled) {

    boolean startsAtOnce() {
        return enabled == null || enabled;
    }
}
