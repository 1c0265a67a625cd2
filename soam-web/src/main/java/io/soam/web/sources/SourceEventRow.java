package io.soam.web.sources;

import io.soam.ingestion.boundary.SourceEventView;
import java.time.Instant;

/**
 * Something that became of a data source, in words.
 *
 * @param what happened
 * @param state how it was doing since then
 * @param server where
 * @param at when it happened last
 * @param since when it happened for the first time; null if it happened once
 * @param error why; null if there is nothing to say
 * @param times how often it happened in a row
 */
public record SourceEventRow(
        String what,
        SourceState state,
        String server,
        Instant at,
        Instant since,
        String error,
        long times) {

    static SourceEventRow of(SourceEventView event) {
        return new SourceEventRow(
                what(event.status(), event.statusBefore()),
                SourceState.of(event.status()),
                event.podName(),
                event.lastAt(),
                event.occurrences() > 1 ? event.at() : null,
                event.error(),
                event.occurrences());
    }

    /** What a change from one status to another means. */
    static String what(String status, String before) {
        String from = before == null ? "" : before;
        return switch (status) {
            case "active" -> "error".equals(from) ? "Recovered" : "Connected";
            case "connecting" -> connecting(from);
            case "error" -> failing(from);
            case "stopped" -> "Stopped";
            default -> "Registered";
        };
    }

    private static String connecting(String from) {
        return switch (from) {
            case "active" -> "Connecting anew";
            case "error" -> "Trying again";
            default -> "Started";
        };
    }

    private static String failing(String from) {
        return switch (from) {
            case "active" -> "Failed after it had worked";
            case "error" -> "Failed for another reason";
            default -> "Could not connect";
        };
    }
}
