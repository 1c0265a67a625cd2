package io.soam.web.rest.schema;

import io.soam.platform.boundary.Page;
import io.soam.schema.boundary.DatasetSchema;
import java.util.List;

/** A page of datasets. */
public record DatasetsPayload(List<DatasetPayload> datasets, long total, int page, int pageSize) {

    static DatasetsPayload of(Page<DatasetSchema> page) {
        return new DatasetsPayload(
                page.items().stream().map(DatasetPayload::of).toList(),
                page.total(),
                page.page(),
                page.pageSize());
    }
}
