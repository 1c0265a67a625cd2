package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceQuery;
import io.soam.ingestion.boundary.DataSources;
import io.soam.platform.boundary.PageRequest;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Pages of data sources for the table; the database filters, sorts and pages. */
final class SourceModel extends LazyDataModel<SourceRow> {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> COLUMNS =
            Map.of(
                    "source.name", "name",
                    "source.typeDisplayName", "type_name",
                    "source.status", "status",
                    "source.lastConnection", "last_connection");

    private final transient DataSources sources;
    private final transient SourceSearch search;

    SourceModel(DataSources sources, SourceSearch search) {
        this.sources = sources;
        this.search = search;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) sources.list(search.query(search.getSort()), new PageRequest(1, 1)).total();
    }

    @Override
    public List<SourceRow> load(
            int first, int rows, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        DataSourceQuery query = search.query(sort(sorts));
        return sources.list(query, new PageRequest(first / rows + 1, rows)).items().stream()
                .map(SourceRow::of)
                .toList();
    }

    @Override
    public String getRowKey(SourceRow row) {
        return Long.toString(row.source().id());
    }

    @Override
    public SourceRow getRowData(String rowKey) {
        return SourceRow.of(sources.one(Long.parseLong(rowKey)));
    }

    /** The column's name as the API has it; by name when the table is not sorted. */
    private static String sort(Map<String, SortMeta> sorts) {
        return sorts.values().stream()
                .filter(SortMeta::isActive)
                .filter(meta -> COLUMNS.containsKey(meta.getField()))
                .map(
                        meta ->
                                (meta.getOrder().isDescending() ? "-" : "")
                                        + COLUMNS.get(meta.getField()))
                .findFirst()
                .orElse(null);
    }

    /** The table's name of a column. */
    static String field(String column) {
        return COLUMNS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("source.name");
    }
}
