package io.soam.lake.control;

import io.soam.ingestion.spool.SegmentContent;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Registers bronze objects, so that enrichment finds them without listing the store. */
@ApplicationScoped
public class BronzeCatalogue {

    private static final String REGISTER =
            """
            insert into soam.bronze_objects
              (object_key, ingestion_id, row_count, byte_count, first_received_at, last_received_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (object_key) do nothing
            """;

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    private Iterable<BronzeObserver> observers = List.of();

    @Inject
    void findObservers(Instance<BronzeObserver> found) {
        observedBy(found);
    }

    void observedBy(Iterable<BronzeObserver> some) {
        observers = some;
    }

    /**
     * Registers the objects of one segment, all or none. Objects that are registered already are
     * left as they are, so that this can be repeated, also when it had been done and only the
     * answer was lost. Observers are told of objects that are new.
     *
     * @param objects all objects of the segment; there may be none
     * @param content what is in them
     */
    @Transactional(rollbackOn = SQLException.class)
    public void register(List<BronzeObject> objects, SegmentContent content) throws SQLException {
        if (objects.isEmpty()) {
            return;
        }
        List<BronzeObserver.Observation> observations = new ArrayList<>();
        observers.forEach(observer -> observations.add(observer.observe(objects, content)));
        try (Connection connection = dataSource.getConnection()) {
            if (inserted(connection, objects)) {
                for (BronzeObserver.Observation observation : observations) {
                    observation.keep(connection);
                }
            }
        }
    }

    /** Whether the objects were not there before; either all were or none. */
    private static boolean inserted(Connection connection, List<BronzeObject> objects)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REGISTER)) {
            for (BronzeObject object : objects) {
                insert.setString(1, object.key());
                insert.setString(2, object.ingestionId());
                insert.setLong(3, object.rows());
                insert.setLong(4, object.bytes());
                insert.setTimestamp(5, Timestamp.from(object.firstReceivedAt()));
                insert.setTimestamp(6, Timestamp.from(object.lastReceivedAt()));
                insert.addBatch();
            }
            return IntStream.of(insert.executeBatch()).sum() > 0;
        }
    }
}
