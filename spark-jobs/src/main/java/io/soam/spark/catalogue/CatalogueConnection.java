package io.soam.spark.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One connection that is opened when needed and replaced after a fault. Belongs to one thread. */
final class CatalogueConnection implements AutoCloseable {

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private Connection connection;

    CatalogueConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does {@code work} and commits it; if anything fails, nothing of it has happened. */
    <T> T transaction(Work<T> work) throws SQLException {
        Connection current = open();
        boolean committed = false;
        try {
            T result = work.in(current);
            current.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                // Closing rolls back, and a connection that has failed once is not trusted again.
                close();
            }
        }
    }

    private Connection open() throws SQLException {
        if (connection == null) {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        Connection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }
}
