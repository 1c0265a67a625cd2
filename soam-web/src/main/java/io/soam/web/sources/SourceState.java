package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceView;
import io.soam.web.home.Tone;

/**
 * How a data source is doing, in a word.
 *
 * @param code for scripts
 * @param word for people
 * @param tone its colour and shape
 */
public record SourceState(String code, String word, Tone tone) {

    static SourceState of(DataSourceView source) {
        if (!source.enabled()) {
            return new SourceState("disabled", "Disabled", Tone.IDLE);
        }
        if (!source.wanted()) {
            boolean ending =
                    !"stopped".equals(source.status()) && !"inactive".equals(source.status());
            return ending && !"error".equals(source.status())
                    ? new SourceState("stopping", "Stopping", Tone.IDLE)
                    : new SourceState("stopped", "Stopped", Tone.IDLE);
        }
        return of(source.status());
    }

    /** A status that a server reports. */
    static SourceState of(String status) {
        return switch (status) {
            case "active" -> new SourceState("active", "Active", Tone.OK);
            case "connecting" -> new SourceState("connecting", "Connecting", Tone.WARN);
            case "error" -> new SourceState("error", "Failing", Tone.BAD);
            case "stopped" -> new SourceState("stopped", "Stopped", Tone.IDLE);
            default -> new SourceState("starting", "Starting", Tone.WARN);
        };
    }
}
