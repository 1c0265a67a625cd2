package io.soam.schema.control;

import io.soam.domain.schema.StreamProfile;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.schema.boundary.DatasetQuery;
import io.soam.schema.boundary.DatasetSchema;
import io.soam.schema.boundary.DatasetView;
import io.soam.schema.boundary.MetadataStats;
import io.soam.schema.boundary.TopicView;
import io.soam.schema.boundary.UnionField;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the database for datasets. */
@ApplicationScoped
public class Datasets {

    private static final Duration ACTIVE = Duration.ofHours(1);

    private static final String COLUMNS =
            "ingestion_id, topic, source_type, source_id, record_count, unreadable_count, first_seen,"
                    + " last_seen, first_event_time, last_event_time, unique_sensor_ids, data_size_bytes,"
                    + " field_count, created_at, updated_at";

    private static final String STATS =
            """
            select count(*), count(distinct topic), count(*) filter (where last_seen >= ?),
              coalesce(sum(record_count), 0), coalesce(sum(data_size_bytes), 0),
              coalesce(sum(unique_sensor_ids), 0)
            from soam.dataset_metadata
            """;

    private static final String TOPICS =
            """
            select topic, count(*), sum(record_count), sum(data_size_bytes), sum(unique_sensor_ids),
              min(first_seen), max(last_seen)
            from soam.dataset_metadata group by topic order by max(last_seen) desc, topic limit ? offset ?
            """;

    private static final String TOPIC_COUNT =
            "select count(distinct topic) from soam.dataset_metadata";

    private static final String UNION =
            """
            select field.key, array_agg(distinct field.value)
            from soam.dataset_metadata, jsonb_each_text(field_types) as field
            group by field.key order by field.key limit ?
            """;

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject SourceRegistry sources;

    @Inject Clock clock;

    /** Datasets that a query asks for. */
    public List<DatasetView> find(DatasetQuery query, int offset, int limit) {
        Map<String, String> names = sources.names();
        return select(COLUMNS, query, offset, limit, row -> view(row, names));
    }

    /** The same with their fields. */
    public List<DatasetSchema> findSchemas(DatasetQuery query, int offset, int limit) {
        Map<String, String> names = sources.names();
        return select(COLUMNS + ", profile", query, offset, limit, row -> schema(row, names));
    }

    /** One dataset with its fields. */
    public Optional<DatasetSchema> find(String ingestionId) {
        Map<String, String> names = sources.names();
        return sql(
                        "select "
                                + COLUMNS
                                + ", profile from soam.dataset_metadata where ingestion_id = ?",
                        List.of(ingestionId))
                .all(row -> schema(row, names))
                .stream()
                .findFirst();
    }

    /** Whether there is a dataset of that name. */
    public boolean exists(String ingestionId) {
        return !sql(
                        "select 1 from soam.dataset_metadata where ingestion_id = ?",
                        List.of(ingestionId))
                .all(row -> row.getInt(1))
                .isEmpty();
    }

    /** How many datasets a query asks for. */
    public long count(DatasetQuery query) {
        DatasetFilter filter = filter(query);
        return sql(
                        "select count(*) from soam.dataset_metadata" + filter.where(),
                        filter.parameters())
                .one(row -> row.getLong(1));
    }

    /** Topics, that with the newest message first. */
    public List<TopicView> topics(int offset, int limit) {
        return sql(TOPICS, List.of(limit, offset))
                .all(
                        row ->
                                new TopicView(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        Rows.instant(row, 6),
                                        Rows.instant(row, 7)));
    }

    /** How many different topics there are. */
    public long topicCount() {
        return sql(TOPIC_COUNT, List.of()).one(row -> row.getLong(1));
    }

    /** Totals. */
    public MetadataStats stats() {
        return sql(STATS, List.of(Timestamp.from(activeSince())))
                .one(
                        row ->
                                new MetadataStats(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6)));
    }

    /** The fields of all datasets as one schema, by name. */
    public List<UnionField> union(int limit) {
        return sql(UNION, List.of(limit))
                .all(
                        row ->
                                UnionTypes.field(
                                        row.getString(1),
                                        List.of((String[]) row.getArray(2).getArray())));
    }

    DatasetView pending(StreamObservation observation, Map<String, String> names) {
        StreamProfile profile = observation.profile();
        Instant now = clock.instant();
        return new DatasetView(
                observation.ingestionId(),
                observation.topic(),
                observation.sourceType(),
                observation.sourceId(),
                names.get(observation.sourceId()),
                profile.records(),
                profile.unreadable(),
                Rows.instant(profile.firstSeen()),
                Rows.instant(profile.lastSeen()),
                Rows.instant(profile.firstEvent()),
                Rows.instant(profile.lastEvent()),
                profile.sensors().estimate(),
                profile.bytes(),
                profile.fields().size(),
                Rows.instant(profile.lastSeen()).isAfter(activeSince()),
                now,
                now);
    }

    private <T> List<T> select(
            String columns, DatasetQuery query, int offset, int limit, Rows.Reader<T> reader) {
        DatasetFilter filter = filter(query);
        return sql(
                        "select "
                                + columns
                                + " from soam.dataset_metadata"
                                + filter.where()
                                + filter.order()
                                + " limit "
                                + limit
                                + " offset "
                                + offset,
                        filter.parameters())
                .all(reader);
    }

    private DatasetFilter filter(DatasetQuery query) {
        return DatasetFilter.of(query, activeSince());
    }

    private Instant activeSince() {
        return clock.instant().minus(ACTIVE);
    }

    private Rows sql(String sql, List<?> parameters) {
        return new Rows(dataSource, sql, parameters);
    }

    private DatasetSchema schema(ResultSet row, Map<String, String> names) throws SQLException {
        StreamProfile profile = DatasetRows.read(row.getBytes("profile"));
        return new DatasetSchema(view(row, names), FieldViews.of(profile), profile.otherFields());
    }

    private DatasetView view(ResultSet row, Map<String, String> names) throws SQLException {
        Instant lastSeen = Rows.instant(row, 8);
        return new DatasetView(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                names.get(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                Rows.instant(row, 7),
                lastSeen,
                Rows.instant(row, 9),
                Rows.instant(row, 10),
                row.getLong(11),
                row.getLong(12),
                row.getInt(13),
                lastSeen.isAfter(activeSince()),
                Rows.instant(row, 14),
                Rows.instant(row, 15));
    }
}
