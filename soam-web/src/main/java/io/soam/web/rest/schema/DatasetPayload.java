package io.soam.web.rest.schema;

import io.soam.schema.boundary.DatasetSchema;
import io.soam.schema.boundary.DatasetView;
import io.soam.schema.boundary.FieldView;
import java.time.Instant;
import java.util.List;

/**
 * A dataset with its fields, in one level.
 *
 * @param dataSource name of the data source; null once it is deleted
 * @param otherFields how often there was a field beyond the 1,000 that are described
 * @param schemaFields the fields; what is in an object or array follows it
 */
public record DatasetPayload(
        String ingestionId,
        String topic,
        String sourceType,
        String sourceId,
        String dataSource,
        long recordCount,
        long unreadableCount,
        Instant firstSeen,
        Instant lastSeen,
        Instant firstEventTime,
        Instant lastEventTime,
        long uniqueSensorIds,
        long dataSizeBytes,
        boolean active,
        int fieldCount,
        long otherFields,
        List<FieldView> schemaFields,
        Instant createdAt,
        Instant updatedAt) {

    static DatasetPayload of(DatasetSchema schema) {
        return of(schema.dataset(), schema.fields(), schema.otherFields());
    }

    static DatasetPayload of(DatasetView dataset, List<FieldView> fields, long otherFields) {
        return new DatasetPayload(
                dataset.ingestionId(),
                dataset.topic(),
                dataset.sourceType(),
                dataset.sourceId(),
                dataset.sourceName(),
                dataset.recordCount(),
                dataset.unreadableCount(),
                dataset.firstSeen(),
                dataset.lastSeen(),
                dataset.firstEventTime(),
                dataset.lastEventTime(),
                dataset.uniqueSensorIds(),
                dataset.dataSizeBytes(),
                dataset.active(),
                dataset.fieldCount(),
                otherFields,
                fields,
                dataset.createdAt(),
                dataset.updatedAt());
    }
}
