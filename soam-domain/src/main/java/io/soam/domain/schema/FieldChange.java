package io.soam.domain.schema;

import java.util.Locale;

/**
 * A change of the fields of a stream.
 *
 * @param kind what has changed
 * @param path the field
 * @param from its type before; null for a new field
 * @param to its type since; null for one that has vanished
 * @param at when it was noticed, in microseconds since 1970 on the clock of reception
 * @param messageId the message that shows it: for one that has vanished the last without it
 * @param example the value that shows it; null if none does
 */
public record FieldChange(
        Kind kind,
        String path,
        FieldType from,
        FieldType to,
        long at,
        String messageId,
        String example) {

    /** What can change. */
    public enum Kind {
        FIELD_ADDED,
        TYPE_CHANGED,
        FIELD_VANISHED,
        FIELD_REAPPEARED;

        /** The name in the API and the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FieldChange of(
            Kind kind, String path, FieldType from, FieldType to, Occurrence occurrence) {
        return new FieldChange(
                kind,
                path,
                from,
                to,
                occurrence.receivedAt(),
                occurrence.messageId(),
                occurrence.sample());
    }
}
