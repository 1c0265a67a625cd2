package io.soam.web.rest.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.boundary.TrialRequest;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A configuration to be tried out; the components are those of {@link TrialRequest}. */
public record TrialPayload(
        @Schema(description = "As in /data-sources/types", required = true) String typeName,
        @Schema(
                        description = "As the type's config_schema says",
                        required = true,
                        type = SchemaType.OBJECT)
                JsonNode config,
        @Schema(description = "The data source whose secrets complete the configuration") Long id) {

    TrialRequest request() {
        return new TrialRequest(typeName, config, id);
    }
}
