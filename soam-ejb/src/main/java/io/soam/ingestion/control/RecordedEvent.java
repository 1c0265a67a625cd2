package io.soam.ingestion.control;

import java.time.Instant;

/**
 * A change of the state of a data source, as a server has recorded it.
 *
 * @param id its number
 * @param podName the server
 * @param at when
 * @param lastAt when it failed for the same reason last; otherwise the same
 * @param occurrences how often it failed for that reason in a row; otherwise one
 * @param statusBefore its state until then; null if it did not run there
 * @param status its state since then
 * @param error why; null if there is nothing to say
 */
public record RecordedEvent(
        long id,
        String podName,
        Instant at,
        Instant lastAt,
        long occurrences,
        String statusBefore,
        String status,
        String error) {}
