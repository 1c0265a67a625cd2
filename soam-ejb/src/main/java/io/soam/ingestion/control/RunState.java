package io.soam.ingestion.control;

import io.soam.ingestion.entity.SourceStatus;
import java.time.Instant;

/**
 * What a server has made of a data source that it runs.
 *
 * @param status its state
 * @param error why it is not active, for the operator; null if there is nothing to say
 * @param attempts failures in a row
 * @param nextAttempt when it is started anew; null if nothing failed
 */
record RunState(SourceStatus status, String error, int attempts, Instant nextAttempt) {

    static RunState of(SourceStatus status, String error) {
        return new RunState(status, error, 0, null);
    }
}
