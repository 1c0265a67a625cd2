package io.soam.schema.control;

import io.soam.schema.boundary.EvolutionView;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/** Asks the database how the fields of datasets have changed. */
@ApplicationScoped
public class EvolutionHistory {

    private static final String SELECT =
            """
            select id, change, field_name, previous_type, field_type, first_seen, example, message_id, object_key
            from soam.schema_evolution where ingestion_id = ? order by first_seen, id limit ? offset ?
            """;

    private static final String COUNT =
            "select count(*) from soam.schema_evolution where ingestion_id = ?";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    /** Changes of a dataset, oldest first. */
    public List<EvolutionView> of(String ingestionId, int offset, int limit) {
        return new Rows(dataSource, SELECT, List.of(ingestionId, limit, offset))
                .all(
                        row ->
                                new EvolutionView(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Rows.instant(row, 6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9)));
    }

    /** How many changes there were. */
    public long count(String ingestionId) {
        return new Rows(dataSource, COUNT, List.of(ingestionId)).one(row -> row.getLong(1));
    }
}
