package io.soam.schema.control;

import io.soam.domain.schema.ObserverMemory;
import io.soam.ingestion.spool.SegmentContent;
import io.soam.lake.control.BronzeObject;
import io.soam.lake.control.BronzeObserver;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down what is found in the segments that become bronze; {@link ProfileMerge} does the rest.
 */
@ApplicationScoped
public class SegmentObservations implements BronzeObserver {

    private static final String INSERT =
            "insert into soam.schema_observations (content, message_count) values (?, ?)";

    /** Segments that could not be registered yet: few, because the oldest is tried first. */
    private static final int MOST_REMEMBERED = 8;

    private final ObserverMemory memory = new ObserverMemory();

    /**
     * A segment is looked at once: the second time, each of its messages would seem to be a
     * duplicate.
     */
    private final Map<String, List<ObservationChunks.Chunk>> latest =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, List<ObservationChunks.Chunk>> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    @Override
    public synchronized Observation observe(List<BronzeObject> objects, SegmentContent content) {
        List<ObservationChunks.Chunk> chunks =
                latest.computeIfAbsent(
                        objects.get(0).key(), segment -> look(segment, objects, content));
        return connection -> keep(chunks, connection);
    }

    private List<ObservationChunks.Chunk> look(
            String segment, List<BronzeObject> objects, SegmentContent content) {
        try {
            return SegmentAnalysis.of(content, objects, memory).all();
        } catch (IOException e) {
            throw new UncheckedIOException("A byte array cannot fail", e);
        } catch (RuntimeException e) {
            // Metadata must never keep messages from becoming bronze.
            SchemaLog.LOG.notObserved(e, segment);
            return List.of();
        }
    }

    private static void keep(List<ObservationChunks.Chunk> chunks, Connection connection)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ObservationChunks.Chunk chunk : chunks) {
                insert.setBytes(1, chunk.content());
                insert.setLong(2, chunk.messages());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
