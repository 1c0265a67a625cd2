package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceView;
import io.soam.web.home.Tone;

/**
 * How the status of a data source is shown.
 *
 * @param source the data source
 * @param tone how it is doing
 * @param word the same as a word
 */
public record SourceRow(DataSourceView source, Tone tone, String word) {

    static SourceRow of(DataSourceView source) {
        return new SourceRow(source, tone(source.status()), word(source));
    }

    private static String word(DataSourceView source) {
        return source.enabled() ? source.status() : "disabled";
    }

    private static Tone tone(String status) {
        return switch (status) {
            case "active" -> Tone.OK;
            case "connecting" -> Tone.WARN;
            case "error" -> Tone.BAD;
            default -> Tone.IDLE;
        };
    }
}
