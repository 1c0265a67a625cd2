package io.soam.quarantine.control;

import io.soam.domain.message.MetadataKeys;
import io.soam.quarantine.boundary.QuarantineDetail;
import io.soam.quarantine.boundary.QuarantinedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows of the table as the boundary shows them. */
final class QuarantinedRows {

    private static final int EXCERPT = 160;

    /** Longest payload that is shown; the download gives all of a longer one. */
    static final int LONGEST_SHOWN = 256 << 10;

    private static final String BASE64 =
            "coalesce(metadata['" + MetadataKeys.PAYLOAD_ENCODING + "'], '') = 'base64'";

    /** What {@link #message} reads. */
    static final String MESSAGE =
            RowId.SQL
                    + ", message_id, ingestion_id, source_type, metadata['topic'], reason, detail,"
                    + " received_at, event_time, quarantined_at, coalesce(state, 'open'), decided_by,"
                    + " decided_at, note, replay_id, metadata['"
                    + MetadataKeys.REPLAY_OF
                    + "'], "
                    + BASE64
                    + ", coalesce(if("
                    + BASE64
                    + ", octet_length(unbase64(payload)), octet_length(payload)), 0), substring(payload,"
                    + " 1, "
                    + EXCERPT
                    + ")";

    /** What {@link #detail} reads. */
    static final String DETAIL =
            MESSAGE
                    + ", metadata, substring(payload, 1, "
                    + LONGEST_SHOWN
                    + "), length(payload) > "
                    + LONGEST_SHOWN
                    + ", bronze_object, batch_id, rules_version";

    private static final int MESSAGE_COLUMNS = 19;

    private QuarantinedRows() {}

    static QuarantinedMessage message(List<Object> row) {
        String messageId = (String) row.get(1);
        String reason = (String) row.get(5);
        return new QuarantinedMessage(
                (String) row.get(0),
                messageId,
                (String) row.get(2),
                (String) row.get(3),
                (String) row.get(4),
                reason,
                ReasonWords.text(reason),
                (String) row.get(6),
                (Instant) row.get(7),
                (Instant) row.get(8),
                (Instant) row.get(9),
                (String) row.get(10),
                (String) row.get(11),
                (Instant) row.get(12),
                (String) row.get(13),
                (String) row.get(14),
                (String) row.get(15),
                messageId != null,
                (Boolean) row.get(16),
                ((Number) row.get(17)).longValue(),
                (String) row.get(18));
    }

    static QuarantineDetail detail(List<Object> row) {
        QuarantinedMessage message = message(row);
        int next = MESSAGE_COLUMNS;
        return new QuarantineDetail(
                message,
                ReasonWords.remedy(message.reason()),
                metadata(row.get(next)),
                (String) row.get(next + 1),
                Boolean.TRUE.equals(row.get(next + 2)),
                (String) row.get(next + 3),
                ((Number) row.get(next + 4)).longValue(),
                ((Number) row.get(next + 5)).longValue());
    }

    @SuppressWarnings("unchecked") // the column is a map of texts
    static Map<String, String> metadata(Object value) {
        return value == null ? Map.of() : (Map<String, String>) value;
    }
}
