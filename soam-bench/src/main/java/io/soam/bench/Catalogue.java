package io.soam.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue of bronze, as whoever refines it sees it. Only objects of the bench's streams that
 * were registered after it was opened.
 */
final class Catalogue implements AutoCloseable {

    private static final String NEW =
            " from soam.bronze_objects where id > ? and position(? in ingestion_id) > 0";

    private final Connection connection;
    private final String streams;
    private long before;

    /** An object of bronze. */
    record Entry(long id, String key, long rows, long registeredMicros) {}

    private Catalogue(Connection connection, String streams) {
        this.connection = connection;
        this.streams = streams;
    }

    /**
     * @param topics what the topics of the streams begin with
     */
    static Catalogue open(Stack stack, String topics) throws BenchException {
        try {
            Connection connection =
                    DriverManager.getConnection(
                            stack.databaseUrl(), stack.databaseUser(), stack.databasePassword());
            Catalogue catalogue =
                    new Catalogue(connection, "_" + topics.replaceAll("[^A-Za-z0-9_.-]", "_"));
            catalogue.passOver();
            return catalogue;
        } catch (SQLException e) {
            throw new BenchException(
                    "The database of the stack does not answer. Start the stack: ./soam up", e);
        }
    }

    /** Lets the objects that are there now count as old. */
    void passOver() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "select coalesce(max(id), 0) from soam.bronze_objects");
                ResultSet result = query.executeQuery()) {
            result.next();
            before = result.getLong(1);
        }
    }

    /** Messages in new objects. */
    long rows() throws SQLException {
        try (PreparedStatement query = query("select coalesce(sum(row_count), 0)" + NEW);
                ResultSet result = query.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    /** New objects, oldest first. */
    List<Entry> objects() throws SQLException {
        String columns =
                "select id, object_key, row_count, (extract(epoch from registered_at) * 1e6)::bigint";
        List<Entry> objects = new ArrayList<>();
        try (PreparedStatement query = query(columns + NEW + " order by id");
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                objects.add(
                        new Entry(
                                result.getLong(1),
                                result.getString(2),
                                result.getLong(3),
                                result.getLong(4)));
            }
        }
        return objects;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement query(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setLong(1, before);
        query.setString(2, streams);
        return query;
    }
}
