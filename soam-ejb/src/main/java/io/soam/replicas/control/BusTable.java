package io.soam.replicas.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Questions and answers as they lie in the database. */
final class BusTable {

    private static final String CLEAR =
            "delete from soam.replica_questions where asked_at < clock_timestamp() - interval '1 minute'";
    private static final String ASK =
            "insert into soam.replica_questions (id, asker, topic, body) values (?, ?, ?, ?)";
    private static final String QUESTION =
            "select topic, body from soam.replica_questions where id = ?";
    private static final String ANSWER =
            "insert into soam.replica_answers (question, instance, body)"
                    // Whoever comes too late answers nobody.
                    + " select id, ?, ? from soam.replica_questions where id = ? on conflict do nothing";
    private static final String ANSWERS =
            "select instance, body from soam.replica_answers where question = ?";
    private static final String DELETE = "delete from soam.replica_questions where id = ?";

    /** A question. */
    record Question(String topic, String body) {}

    private final Connection connection;

    BusTable(Connection connection) {
        this.connection = connection;
    }

    void ask(UUID id, UUID asker, String topic, String body) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(CLEAR);
                PreparedStatement insert = connection.prepareStatement(ASK)) {
            clear.executeUpdate();
            insert.setObject(1, id);
            insert.setObject(2, asker);
            insert.setString(3, topic);
            insert.setString(4, body);
            insert.executeUpdate();
        }
    }

    /** The question; null if nobody waits for an answer any more. */
    Question question(UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(QUESTION)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Question(row.getString(1), row.getString(2)) : null;
            }
        }
    }

    void answer(UUID id, UUID instance, String body) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ANSWER)) {
            insert.setObject(1, instance);
            insert.setString(2, body);
            insert.setObject(3, id);
            insert.executeUpdate();
        }
    }

    /** The answers by server; the question and they are gone then. */
    Map<UUID, String> take(UUID id) throws SQLException {
        Map<UUID, String> answers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ANSWERS);
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    answers.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            delete.setObject(1, id);
            delete.executeUpdate();
        }
        return answers;
    }
}
