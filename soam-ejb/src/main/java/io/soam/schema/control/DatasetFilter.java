package io.soam.schema.control;

import io.soam.schema.boundary.DatasetQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A query for datasets as SQL.
 *
 * @param where the condition
 * @param order the order, which is always unambiguous, so that pages do not overlap
 * @param parameters of the condition
 */
record DatasetFilter(String where, String order, List<Object> parameters) {

    private static final Set<String> COLUMNS =
            Set.of(
                    "ingestion_id",
                    "topic",
                    "source_type",
                    "record_count",
                    "first_seen",
                    "last_seen",
                    "unique_sensor_ids",
                    "data_size_bytes",
                    "field_count");

    private static final String TEXT =
            "(position(? in lower(ingestion_id)) > 0 or position(? in lower(topic)) > 0 or exists"
                    + " (select from jsonb_object_keys(field_types) as name where position(? in lower(name)) > 0))";

    static DatasetFilter of(DatasetQuery query, Instant activeSince) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        if (query.text() != null && !query.text().isBlank()) {
            conditions.add(TEXT);
            String text = query.text().strip().toLowerCase(Locale.ROOT);
            parameters.addAll(List.of(text, text, text));
        }
        if (query.topic() != null) {
            conditions.add("topic = ?");
            parameters.add(query.topic());
        }
        if (query.sourceType() != null) {
            conditions.add("source_type = ?");
            parameters.add(query.sourceType());
        }
        if (query.activeOnly()) {
            conditions.add("last_seen > ?");
            parameters.add(Timestamp.from(activeSince));
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new DatasetFilter(where, order(query.sort()), parameters);
    }

    private static String order(String sort) {
        boolean descending = sort == null || sort.startsWith("-");
        String column = sort == null ? "last_seen" : descending ? sort.substring(1) : sort;
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("Datasets cannot be sorted by " + column);
        }
        return " order by " + column + (descending ? " desc" : "") + ", ingestion_id";
    }
}
