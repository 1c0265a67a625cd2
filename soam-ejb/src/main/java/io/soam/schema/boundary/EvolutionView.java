package io.soam.schema.boundary;

import java.time.Instant;

/**
 * A change of the fields of a dataset.
 *
 * @param id its number
 * @param change {@code field_added}, {@code type_changed}, {@code field_vanished} or {@code
 *     field_reappeared}
 * @param fieldName the field's path
 * @param previousType its type before; null for a new field
 * @param fieldType its type since; null for one that has vanished
 * @param firstSeen reception of the message that shows it
 * @param example the value that shows it; null if none does
 * @param messageId the message that shows it
 * @param objectKey the bronze object that holds that message; null if it is not known
 */
public record EvolutionView(
        long id,
        String change,
        String fieldName,
        String previousType,
        String fieldType,
        Instant firstSeen,
        String example,
        String messageId,
        String objectKey) {}
