package io.soam.schema.boundary;

import java.util.List;

/**
 * A dataset with its fields.
 *
 * @param dataset the dataset
 * @param fields what is in an object or array follows it
 * @param otherFields how often there was a field beyond the 1,000 that are described
 */
public record DatasetSchema(DatasetView dataset, List<FieldView> fields, long otherFields) {

    public DatasetSchema {
        fields = List.copyOf(fields);
    }
}
