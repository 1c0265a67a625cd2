package io.soam.servers;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction, in which all that asks the data source for a connection takes part. */
public final class Transaction implements AutoCloseable {

    private final Connection connection;

    public Transaction(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
    }

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work<T> {
        T in(DataSource dataSource) throws Exception;
    }

    /** Does some work in a transaction of its own, and commits. */
    public static <T> T run(DataSource dataSource, Work<T> work) throws Exception {
        try (Transaction transaction = new Transaction(dataSource)) {
            T result = work.in(transaction.dataSource());
            transaction.commit();
            return result;
        }
    }

    /** Gives the transaction's connection again and again. */
    public DataSource dataSource() {
        Connection shared = proxy(Connection.class, this::exceptClose);
        return proxy(DataSource.class, (proxy, method, arguments) -> shared);
    }

    private Object exceptClose(Object proxy, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    /** Rolls back what is not committed, as a crash would. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
