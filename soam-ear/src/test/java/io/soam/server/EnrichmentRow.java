package io.soam.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the database says of the enrichment. */
record EnrichmentRow(long epoch, String state, String message) {

    static EnrichmentRow read(TestDatabase.Access database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select epoch, state, message from soam.enrichment_applications"
                                        + " where name = 'enrichment'")) {
            row.next();
            return new EnrichmentRow(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    boolean runsAfter(long earlier) {
        return epoch > earlier && state.equals("running");
    }
}
