package io.soam.ingestion.boundary;

import io.soam.ingestion.control.RecordedEvent;
import java.time.Instant;

/**
 * A change of the state of a data source on one replica.
 *
 * @param id its number
 * @param podName the replica
 * @param at when
 * @param lastAt when it failed for the same reason last; otherwise the same as {@code at}
 * @param occurrences how often it failed for that reason in a row; otherwise one
 * @param statusBefore its status until then, as in {@link DataSourceView}; null if it did not run
 *     there
 * @param status its status since then
 * @param error why; null if there is nothing to say
 */
public record SourceEventView(
        long id,
        String podName,
        Instant at,
        Instant lastAt,
        long occurrences,
        String statusBefore,
        String status,
        String error) {

    static SourceEventView of(RecordedEvent event) {
        return new SourceEventView(
                event.id(),
                event.podName(),
                event.at(),
                event.lastAt(),
                event.occurrences(),
                event.statusBefore(),
                event.status(),
                event.error());
    }
}
