package io.soam.operations.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks PostgreSQL. */
@ApplicationScoped
class DatabaseCheck implements PartCheck {

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Override
    public Part part() {
        return Part.DATABASE;
    }

    @Override
    public String check() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid((int) LIMIT.toSeconds())) {
                throw new SQLException("It does not answer");
            }
            return connection.getMetaData().getDatabaseProductName()
                    + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        }
    }
}
