package io.soam.ingestion.control;

import io.soam.platform.control.Background;
import io.soam.replicas.control.Signals;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How many messages each preview keeps: the same on all servers, also after a restart. */
@ApplicationScoped
public class PreviewSize {

    private static final String TOPIC = "preview-size";
    private static final String READ = "select max_rows from soam.preview_sizes";
    private static final String WRITE =
            "insert into soam.preview_sizes (max_rows, set_by) values (?, ?)"
                    + " on conflict (only_row) do update set max_rows = excluded.max_rows,"
                    + " set_by = excluded.set_by, set_at = clock_timestamp()";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject PreviewBuffers buffers;

    @Inject Signals signals;

    @Inject Background background;

    /** Follows the database from now on; as configured while nothing is set there. */
    void start() {
        signals.listen(TOPIC, text -> background.executor().execute(this::follow));
        follow();
    }

    /** Changes it on all servers. */
    public void set(int maxRows, String caller) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setInt(1, maxRows);
            write.setString(2, caller);
            write.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("The size of the previews cannot be written", e);
        }
        buffers.resize(maxRows);
        IngestionLog.LOG.previewsResized(maxRows, caller);
        signals.send(TOPIC, "");
    }

    private void follow() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ);
                ResultSet row = read.executeQuery()) {
            if (row.next()) {
                buffers.resize(row.getInt(1));
            }
        } catch (SQLException e) {
            IngestionLog.LOG.previewSizeNotRead(e.getMessage());
        }
    }
}
