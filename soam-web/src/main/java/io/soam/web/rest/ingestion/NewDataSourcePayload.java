package io.soam.web.rest.ingestion;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.boundary.NewDataSource;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A data source to be registered; the components are those of {@link NewDataSource}. */
public record NewDataSourcePayload(
        @Schema(
                        description = "For people; with the type it gives the ingestion id",
                        required = true,
                        maxLength = 100)
                String name,
        @Schema(description = "As in /data-sources/types", required = true) String typeName,
        @Schema(
                        description = "As the type's config_schema says, secrets in clear",
                        required = true,
                        type = SchemaType.OBJECT)
                JsonNode config,
        @Schema(description = "Whether it is started at once", defaultValue = "true")
                Boolean enabled) {

    NewDataSource source() {
        return new NewDataSource(name, typeName, config, enabled);
    }
}
