package io.soam.quarantine.control;

import io.soam.quarantine.boundary.QuarantineFilter;
import java.time.Instant;
import java.util.Map;

/** Filters and orders in SQL. What users type is a parameter, never a part of the statement. */
final class QuarantineConditions {

    static final SqlCondition OPEN = SqlCondition.of("coalesce(state, 'open') = 'open'");
    static final SqlCondition DISCARDED = SqlCondition.of("state = 'discarded'");

    /** An object that could not be read has no message that could be sent again. */
    static final SqlCondition REPLAYABLE = SqlCondition.of("message_id is not null");

    private static final Map<String, String> ORDERS =
            Map.of(
                    "received_at", "coalesce(received_at, quarantined_at)",
                    "quarantined_at", "quarantined_at",
                    "reason", "reason",
                    "stream", "ingestion_id",
                    "state", "coalesce(state, 'open')",
                    "decided_at", "decided_at");

    private QuarantineConditions() {}

    static SqlCondition of(QuarantineFilter filter) {
        SqlCondition all = SqlCondition.of("true");
        all = equal(all, "reason", "reason", filter.reason());
        all = equal(all, "source_type", "source_type", filter.sourceType());
        all = equal(all, "coalesce(state, 'open')", "state", filter.state());
        all = equal(all, "decided_at", "decided_at", filter.decidedAt());
        if (filter.stream() != null) {
            all = all.and(stream(filter.stream()));
        }
        if (filter.from() != null) {
            all = all.and(received(">=", "from", filter.from()));
        }
        if (filter.until() != null) {
            all = all.and(received("<", "until", filter.until()));
        }
        if (filter.text() != null) {
            all =
                    all.and(
                            SqlCondition.of(
                                    "(contains(lower(payload), lower(:text))"
                                            + " or contains(lower(detail), lower(:text))"
                                            + " or message_id = lower(:text))",
                                    "text",
                                    filter.text()));
        }
        return all;
    }

    /** What was put aside until then. */
    static SqlCondition until(Instant asOf) {
        return SqlCondition.of("quarantined_at <= :as_of", "as_of", asOf);
    }

    /** The id decides between equals, so that pages never overlap. */
    static String order(String sort) {
        String wanted = sort == null ? "-received_at" : sort;
        boolean descending = wanted.startsWith("-");
        String expression = ORDERS.get(descending ? wanted.substring(1) : wanted);
        return expression + (descending ? " desc nulls last, " : " nulls last, ") + RowId.SQL;
    }

    private static SqlCondition equal(
            SqlCondition all, String expression, String name, Object value) {
        return value == null
                ? all
                : all.and(SqlCondition.of(expression + " = :" + name, name, value));
    }

    private static SqlCondition stream(String stream) {
        return stream.endsWith("*")
                ? SqlCondition.of(
                        "startswith(ingestion_id, :stream)",
                        "stream",
                        stream.substring(0, stream.length() - 1))
                : SqlCondition.of("ingestion_id = :stream", "stream", stream);
    }

    /** By date whole partitions are skipped, by time files; an object has the time of its batch. */
    private static SqlCondition received(String comparison, String name, Instant at) {
        return SqlCondition.of(
                "received_date %s to_date(:%s) and coalesce(received_at, quarantined_at) %s :%s"
                        .formatted(comparison.charAt(0) + "=", name, comparison, name),
                name,
                at);
    }
}
