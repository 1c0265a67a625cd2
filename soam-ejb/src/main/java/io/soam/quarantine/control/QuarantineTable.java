package io.soam.quarantine.control;

import io.soam.domain.lake.LakeLayout;
import io.soam.domain.message.MetadataKeys;
import io.soam.lake.control.LakeQueries;
import io.soam.quarantine.boundary.QuarantineDetail;
import io.soam.quarantine.boundary.QuarantinedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of what cannot be read. Every method asks Spark and waits. */
@ApplicationScoped
public class QuarantineTable {

    @Inject LakeQueries lake;

    /** Asks whether Spark answers, unless it has done so just now. */
    boolean check() {
        lake.check();
        return true;
    }

    /** A part of the messages that fulfil a condition, in an order. */
    List<QuarantinedMessage> find(SqlCondition condition, String order, int offset, int limit) {
        String rows =
                "(select * from %s where %s order by %s limit %d offset %d)"
                        .formatted(table(), condition.sql(), order, limit, offset);
        // The columns that must be computed are computed for these rows only.
        return ask(
                        "select "
                                + QuarantinedRows.MESSAGE
                                + " from "
                                + rows
                                + " order by "
                                + order,
                        condition.parameters(),
                        limit)
                .stream()
                .map(QuarantinedRows::message)
                .toList();
    }

    long count(SqlCondition condition) {
        List<List<Object>> rows =
                ask(
                        "select count(*) from " + table() + " where " + condition.sql(),
                        condition.parameters(),
                        1);
        return ((Number) rows.get(0).get(0)).longValue();
    }

    Optional<QuarantineDetail> detail(RowId id) {
        return ask(
                        "select " + QuarantinedRows.DETAIL + from(RowId.among(List.of(id.text()))),
                        RowId.among(List.of(id.text())).parameters(),
                        1)
                .stream()
                .map(QuarantinedRows::detail)
                .findFirst();
    }

    /** Ids and sizes of the messages that fulfil a condition, the first put aside first. */
    List<Candidate> candidates(SqlCondition condition, int limit) {
        return ask(
                        "select %s as id, coalesce(octet_length(payload), 0), coalesce(state, 'open'), message_id is not null"
                                        .formatted(RowId.SQL)
                                + from(condition)
                                + " order by quarantined_at, id limit "
                                + limit,
                        condition.parameters(),
                        limit)
                .stream()
                .map(
                        row ->
                                new Candidate(
                                        (String) row.get(0),
                                        ((Number) row.get(1)).longValue(),
                                        "open".equals(row.get(2)),
                                        (Boolean) row.get(3)))
                .toList();
    }

    /** The messages themselves. */
    List<OriginalMessage> originals(Collection<String> ids) {
        SqlCondition condition = RowId.among(ids);
        return ask(
                        "select "
                                + RowId.SQL
                                + ", message_id, ingestion_id, source_type, metadata, payload, received_at"
                                + from(condition),
                        condition.parameters(),
                        ids.size())
                .stream()
                .map(QuarantineTable::original)
                .toList();
    }

    /**
     * Sets messages that fulfil a condition to a state.
     *
     * @param note why; null without
     * @return how many
     */
    long decide(SqlCondition condition, String state, String who, Instant at, String note) {
        return lake.change(
                "update %s set state = :new_state, decided_by = :who, decided_at = :at, note = nullif(:note, '') where %s"
                        .formatted(table(), condition.sql()),
                condition.with(decision(state, who, at, note)));
    }

    /**
     * Sets open messages to replayed.
     *
     * @param replays ids of the new messages by the ids here
     * @return how many
     */
    long markReplayed(Map<String, String> replays, String who, Instant at) {
        List<String> ids = List.copyOf(replays.keySet());
        SqlCondition condition = RowId.among(ids).and(QuarantineConditions.OPEN);
        Map<String, Object> parameters =
                new HashMap<>(condition.with(decision("replayed", who, at, null)));
        parameters.put("replays", ids.stream().map(replays::get).toList());
        return lake.change(
                ("update %s set state = :new_state, decided_by = :who, decided_at = :at, note ="
                                + " nullif(:note, ''), replay_id ="
                                + " element_at(map_from_arrays(array(:ids), array(:replays)), %s) where %s")
                        .formatted(table(), RowId.SQL, condition.sql()),
                parameters);
    }

    List<List<Object>> ask(String sql, Map<String, Object> parameters, int maxRows) {
        return lake.ask(sql, parameters, maxRows).rows();
    }

    String table() {
        return lake.table(LakeLayout.QUARANTINE_UNREADABLE);
    }

    String waitingTable() {
        return lake.table(LakeLayout.QUARANTINE_WAITING);
    }

    private String from(SqlCondition condition) {
        return " from " + table() + " where " + condition.sql();
    }

    private static Map<String, Object> decision(String state, String who, Instant at, String note) {
        return Map.of("new_state", state, "who", who, "at", at, "note", note == null ? "" : note);
    }

    private static OriginalMessage original(List<Object> row) {
        Map<String, String> metadata = QuarantinedRows.metadata(row.get(4));
        String payload = row.get(5) == null ? "" : (String) row.get(5);
        boolean binary = MetadataKeys.BASE64.equals(metadata.get(MetadataKeys.PAYLOAD_ENCODING));
        return new OriginalMessage(
                (String) row.get(0),
                (String) row.get(1),
                (String) row.get(2),
                (String) row.get(3),
                metadata,
                binary
                        ? Base64.getDecoder().decode(payload)
                        : payload.getBytes(StandardCharsets.UTF_8),
                (Instant) row.get(6));
    }

    /**
     * A message that may be decided about.
     *
     * @param id names the row
     * @param bytes size of the payload as it is stored
     * @param open whether nobody has decided yet
     * @param replayable whether there is a payload
     */
    record Candidate(String id, long bytes, boolean open, boolean replayable) {}
}
