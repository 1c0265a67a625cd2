package io.soam.ingestion.control;

import java.time.Duration;

/**
 * A session that was noted under another configuration than its data source has now.
 *
 * @param used the data source as it was when the session was in use
 * @param podName the server that used it last
 * @param lifetime after so long without a connection it is gone by itself
 * @param current the data source as it is now; null if it was deleted
 * @param replaced whether the data source brings messages as it is now, on any server
 * @param unwanted for how long nobody has wanted it
 * @param attempts how often it could not be ended
 * @param uses counts its uses
 */
record HeldSession(
        String name,
        SourceDefinition used,
        String podName,
        Duration lifetime,
        SourceDefinition current,
        boolean replaced,
        Duration unwanted,
        int attempts,
        long uses) {

    boolean isExpired() {
        return unwanted.compareTo(lifetime) > 0;
    }
}
