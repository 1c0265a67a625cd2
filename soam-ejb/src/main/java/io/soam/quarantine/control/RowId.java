package io.soam.quarantine.control;

import io.soam.quarantine.boundary.UnknownQuarantinedMessageException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names a row: the id of the message, or the hash of the object's key, and the micro-batch that put
 * it aside, such as {@code 0f3c…9a-17}. Within a micro-batch no message comes twice.
 */
record RowId(String text, long batch) {

    /** The same in SQL. */
    static final String SQL = "concat(coalesce(message_id, md5(bronze_object)), '-', batch_id)";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}-\\d{1,18}");

    /**
     * Reads an id.
     *
     * @throws UnknownQuarantinedMessageException if it cannot be one
     */
    static RowId of(String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new UnknownQuarantinedMessageException(text);
        }
        return new RowId(text, Long.parseLong(text.substring(text.indexOf('-') + 1)));
    }

    /** The rows of these ids; by the batches most files are skipped. */
    static SqlCondition among(Collection<String> ids) {
        List<RowId> rows = ids.stream().distinct().map(RowId::of).toList();
        return SqlCondition.of(
                        "batch_id in (:batches)",
                        "batches",
                        rows.stream().map(RowId::batch).distinct().toList())
                .and(
                        SqlCondition.of(
                                SQL + " in (:ids)",
                                "ids",
                                rows.stream().map(RowId::text).toList()));
    }
}
