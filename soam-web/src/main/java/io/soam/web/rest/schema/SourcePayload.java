package io.soam.web.rest.schema;

import io.soam.schema.boundary.DatasetSchema;
import io.soam.schema.boundary.FieldView;
import java.time.Instant;
import java.util.List;

/**
 * A dataset as a source of questions: what it is called and what can be asked of it.
 *
 * @param name the ingestion id, by which bronze is partitioned
 * @param fields names and types
 */
public record SourcePayload(
        String name,
        String topic,
        String dataSource,
        long recordCount,
        Instant lastSeen,
        List<Field> fields) {

    /**
     * A field.
     *
     * @param name its path
     * @param type its type
     */
    public record Field(String name, String type) {}

    static SourcePayload of(DatasetSchema schema) {
        return new SourcePayload(
                schema.dataset().ingestionId(),
                schema.dataset().topic(),
                schema.dataset().sourceName(),
                schema.dataset().recordCount(),
                schema.dataset().lastSeen(),
                schema.fields().stream().map(SourcePayload::field).toList());
    }

    private static Field field(FieldView field) {
        return new Field(field.name(), field.type());
    }
}
