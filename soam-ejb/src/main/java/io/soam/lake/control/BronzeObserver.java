package io.soam.lake.control;

import io.soam.ingestion.spool.SegmentContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Looks at the messages of a segment on their way to bronze. What it finds is kept exactly once: in
 * the transaction that registers the objects of the segment, and only if none was registered
 * before.
 */
public interface BronzeObserver {

    /**
     * Looks at a segment. The same segment may come again, if it could not be registered.
     *
     * @param objects all objects of the segment, at least one
     * @param content its messages
     * @return what was found
     */
    Observation observe(List<BronzeObject> objects, SegmentContent content);

    /** What was found in a segment. */
    @FunctionalInterface
    interface Observation {

        /** Writes it, in a transaction that others begin and end. */
        void keep(Connection connection) throws SQLException;
    }
}
