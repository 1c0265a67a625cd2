package io.soam.ingestion.spool;

import java.time.Instant;

/**
 * How the spool is doing.
 *
 * @param condition whether it takes messages in
 * @param problem what hinders it, for the operator; null when nothing does
 * @param bytes bytes on disk that are not yet in bronze
 * @param segments files that are not yet in bronze, the one being written included
 * @param queued messages waiting for the disk
 * @param oldest when the oldest of those files was begun; null if there is none
 */
public record SpoolState(
        Condition condition, String problem, long bytes, int segments, int queued, Instant oldest) {

    /** Whether messages are taken in. */
    public enum Condition {
        /** They are. */
        OPEN,
        /** Reading pauses: the spool has reached its configured size. */
        FULL,
        /** Reading pauses: the disk does not take what is written. */
        FAILING,
        /** The server is stopping. */
        CLOSED
    }
}
