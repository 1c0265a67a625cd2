package io.soam.schema.control;

import io.soam.domain.schema.FieldChange;
import io.soam.domain.schema.FieldType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The table of changes of fields, as the merge needs it. */
final class EvolutionRows {

    private static final String INSERT =
            """
            insert into soam.schema_evolution
              (ingestion_id, change, field_name, previous_type, field_type, first_seen, example, message_id,
               object_key)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /**
     * A change and where it can be seen.
     *
     * @param ingestionId the stream
     * @param change what has changed
     * @param objectKey the bronze object that holds the message; null if that is not known
     */
    record Change(String ingestionId, FieldChange change, String objectKey) {}

    private EvolutionRows() {}

    static void insert(Connection connection, List<Change> changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Change row : changes) {
                FieldChange change = row.change();
                insert.setString(1, row.ingestionId());
                insert.setString(2, change.kind().code());
                insert.setString(3, change.path());
                insert.setString(4, code(change.from()));
                insert.setString(5, code(change.to()));
                insert.setTimestamp(6, DatasetRows.timestamp(change.at()));
                insert.setString(7, change.example());
                insert.setString(8, change.messageId());
                insert.setString(9, row.objectKey());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String code(FieldType type) {
        return type == null ? null : type.code();
    }
}
