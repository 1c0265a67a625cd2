package io.soam.web.rest.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.boundary.DataSourceChange;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of a data source; the components are those of {@link DataSourceChange}. */
public record DataSourceChangePayload(
        @Schema(description = "Another name; the ingestion id stays", maxLength = 100) String name,
        @Schema(
                        description =
                                "The whole configuration; a secret that is left out stays, one that is"
                                        + " null goes",
                        type = SchemaType.OBJECT)
                JsonNode config,
        @Schema(description = "Whether it may run") Boolean enabled,
        @Schema(description = "The version that was read; 409 if it is not the newest")
                Integer version) {

    DataSourceChange change() {
        return new DataSourceChange(name, config, enabled, version);
    }
}
