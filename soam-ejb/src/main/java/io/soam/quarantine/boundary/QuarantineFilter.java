package io.soam.quarantine.boundary;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Which messages are meant. Every component may be null, which means any.
 *
 * @param reason code of the reason, such as {@code malformed_json}
 * @param stream an ingestion id, or its beginning and an asterisk
 * @param sourceType the connector's type name
 * @param state {@code open}, {@code replayed} or {@code discarded}
 * @param from received then or later
 * @param until received before then
 * @param text part of the payload or of what is wrong with it, disregarding case, or the id that
 *     the message has in bronze
 * @param decidedAt the moment of the decision, to find again what one decision was about
 */
public record QuarantineFilter(
        @Pattern(regexp = "[a-z0-9_]{1,64}", message = "A reason is a code such as malformed_json.")
                String reason,
        @Size(max = 255, message = "An ingestion id has at most 255 characters.") String stream,
        @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "A source type is a name such as mqtt.")
                String sourceType,
        @Pattern(
                        regexp = "open|replayed|discarded",
                        message = "The state is open, replayed or discarded.")
                String state,
        Instant from,
        Instant until,
        @Size(max = 255, message = "Search for at most 255 characters.") String text,
        Instant decidedAt) {

    /** Everything. */
    public static QuarantineFilter any() {
        return new QuarantineFilter(null, null, null, null, null, null, null, null);
    }

    /** The same with another state. */
    public QuarantineFilter in(String otherState) {
        return new QuarantineFilter(
                reason, stream, sourceType, otherState, from, until, text, decidedAt);
    }
}
