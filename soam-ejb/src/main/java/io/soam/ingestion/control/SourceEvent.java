package io.soam.ingestion.control;

import io.soam.ingestion.entity.SourceStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of the state of a data source on a server.
 *
 * @param key tells it from all others
 * @param sourceId number of the data source
 * @param before its state until then; null if it did not run there
 * @param status its state since then
 * @param error why, for the operator; null if there is nothing to say
 * @param at when
 * @param lastAt when it failed for the same reason last; otherwise the same
 * @param occurrences how often it has failed for that reason in a row; otherwise one
 */
record SourceEvent(
        UUID key,
        long sourceId,
        SourceStatus before,
        SourceStatus status,
        String error,
        Instant at,
        Instant lastAt,
        long occurrences) {

    static SourceEvent of(
            long sourceId, SourceStatus before, SourceStatus status, String error, Instant at) {
        return new SourceEvent(UUID.randomUUID(), sourceId, before, status, error, at, at, 1);
    }

    /** The same has happened again. */
    SourceEvent again(Instant now) {
        return new SourceEvent(key, sourceId, before, status, error, at, now, occurrences + 1);
    }
}
