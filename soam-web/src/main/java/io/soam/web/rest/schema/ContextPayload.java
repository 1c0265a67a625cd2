package io.soam.web.rest.schema;

import io.soam.platform.boundary.Page;
import io.soam.schema.boundary.DatasetSchema;
import io.soam.schema.boundary.FieldView;
import io.soam.schema.boundary.UnionField;
import java.util.List;

/**
 * What somebody who writes a question must know of the data: datasets with fields and samples.
 *
 * @param datasets those with the newest messages, at most 100
 * @param datasetCount how many there are altogether
 * @param unionSchema the fields of all datasets as one schema, by name
 */
public record ContextPayload(
        List<Dataset> datasets, long datasetCount, List<UnionField> unionSchema) {

    /**
     * A dataset.
     *
     * @param fields its fields
     */
    public record Dataset(String ingestionId, String topic, long recordCount, List<Field> fields) {}

    /**
     * A field.
     *
     * @param name its path
     * @param type its type
     * @param sampleValues at most five different values as texts
     */
    public record Field(String name, String type, boolean nullable, List<String> sampleValues) {}

    static ContextPayload of(Page<DatasetSchema> page, List<UnionField> union) {
        return new ContextPayload(
                page.items().stream().map(ContextPayload::dataset).toList(), page.total(), union);
    }

    private static Dataset dataset(DatasetSchema schema) {
        return new Dataset(
                schema.dataset().ingestionId(),
                schema.dataset().topic(),
                schema.dataset().recordCount(),
                schema.fields().stream().map(ContextPayload::field).toList());
    }

    private static Field field(FieldView field) {
        return new Field(field.name(), field.type(), field.nullable(), field.sampleValues());
    }
}
