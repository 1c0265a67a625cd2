package io.soam.web.rest.schema;

import io.soam.schema.boundary.DatasetSchema;
import io.soam.schema.boundary.FieldView;
import java.util.List;

/** The fields of a dataset. */
public record SchemaPayload(String ingestionId, List<FieldView> schemaFields, int fieldCount) {

    static SchemaPayload of(DatasetSchema schema) {
        return new SchemaPayload(
                schema.dataset().ingestionId(), schema.fields(), schema.fields().size());
    }
}
