package io.soam.web.rest.schema;

import io.soam.schema.boundary.EvolutionView;
import java.time.Instant;
import java.util.List;

/**
 * A change of a dataset's fields.
 *
 * @param change {@code field_added}, {@code type_changed}, {@code field_vanished} or {@code
 *     field_reappeared}
 * @param sampleValues the value that shows it, if one does
 * @param bronzeObject the object that holds the message; null if it is not known
 */
public record ChangePayload(
        long id,
        String change,
        String fieldName,
        String fieldType,
        String previousType,
        Instant firstSeen,
        List<String> sampleValues,
        String messageId,
        String bronzeObject) {

    static ChangePayload of(EvolutionView change) {
        return new ChangePayload(
                change.id(),
                change.change(),
                change.fieldName(),
                change.fieldType(),
                change.previousType(),
                change.firstSeen(),
                change.example() == null ? List.of() : List.of(change.example()),
                change.messageId(),
                change.objectKey());
    }
}
