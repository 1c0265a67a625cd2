package io.soam.web.sources;

import io.soam.ingestion.boundary.ReplicaHealthView;
import io.soam.web.home.Tone;
import java.time.Instant;

/**
 * How a data source is doing on one server.
 *
 * @param name of the server
 * @param state how it is doing there
 * @param error why, if there is something to say; otherwise null
 * @param lastSuccess when it last received something or was connected; null if never
 * @param nextAttemptAt when it is tried anew; null if nothing failed
 */
public record ReplicaRow(
        String name, SourceState state, String error, Instant lastSuccess, Instant nextAttemptAt) {

    static ReplicaRow of(ReplicaHealthView replica) {
        return new ReplicaRow(
                replica.podName(),
                SourceState.of(replica.status()),
                replica.error(),
                replica.lastSuccess(),
                replica.nextAttemptAt());
    }

    /** As EL reads it. */
    public Tone getTone() {
        return state.tone();
    }
}
