package io.soam.quarantine.control;

import io.soam.enrichment.control.PipelineWatch;
import io.soam.quarantine.boundary.QuarantineSummary;
import io.soam.quarantine.boundary.QuarantineSummary.Group;
import io.soam.quarantine.boundary.QuarantineSummary.Hour;
import io.soam.quarantine.boundary.QuarantineUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The summary, kept until a micro-batch or a decision changes it. Decisions taken at other servers
 * are seen after half a minute at the latest.
 */
@ApplicationScoped
public class QuarantineSummaries {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST_GROUPS = 100;
    private static final int HOURS = 24;
    private static final String RECEIVED = "coalesce(received_at, quarantined_at)";

    private record Known(QuarantineSummary summary, long batch) {}

    @Inject QuarantineTable table;
    @Inject PatientLake lake;
    @Inject PipelineWatch pipeline;
    @Inject Clock clock;

    private volatile Known known;

    /**
     * The summary; the last known one, with the reason, if the lake does not give it now.
     *
     * @throws QuarantineUnavailableException if none has ever been known
     */
    public QuarantineSummary current() {
        Known last = known;
        long batch = pipeline.state().lastBatch();
        if (last != null && last.batch() == batch && isFresh(last.summary())) {
            return last.summary();
        }
        try {
            return lake.ask("summary", () -> refresh(batch));
        } catch (QuarantineUnavailableException e) {
            if (last == null) {
                throw e;
            }
            return last.summary().stale(e.reason());
        }
    }

    /** A decision has changed something. */
    void outdated() {
        Known last = known;
        if (last != null) {
            known = new Known(last.summary(), -1);
        }
    }

    /** Kept also when the caller has stopped waiting. */
    private QuarantineSummary refresh(long batch) {
        QuarantineSummary summary = read();
        known = new Known(summary, batch);
        return summary;
    }

    private boolean isFresh(QuarantineSummary summary) {
        return clock.instant().isBefore(summary.asOf().plus(FRESH));
    }

    private QuarantineSummary read() {
        Instant now = clock.instant();
        Map<String, List<Object>> states = new HashMap<>();
        ask(
                        "select coalesce(state, 'open'), count(*), min(%1$s), max(%1$s) from %2$s group by 1",
                        Map.of(), 10)
                .forEach(row -> states.put((String) row.get(0), row));
        List<Object> open = states.get("open");
        return new QuarantineSummary(
                count(open),
                count(states.get("replayed")),
                count(states.get("discarded")),
                waiting(),
                open == null ? null : (Instant) open.get(2),
                open == null ? null : (Instant) open.get(3),
                groups(),
                trend(now),
                now,
                null);
    }

    private List<Group> groups() {
        return ask(
                        "select reason, ingestion_id, count(*) as n, min(%1$s), max(%1$s) from %2$s where "
                                + QuarantineConditions.OPEN.sql()
                                + " group by 1, 2 order by n desc, 1, 2 limit "
                                + MOST_GROUPS,
                        Map.of(),
                        MOST_GROUPS)
                .stream()
                .map(
                        row ->
                                new Group(
                                        (String) row.get(0),
                                        ReasonWords.text((String) row.get(0)),
                                        (String) row.get(1),
                                        ((Number) row.get(2)).longValue(),
                                        (Instant) row.get(3),
                                        (Instant) row.get(4)))
                .toList();
    }

    private List<Hour> trend(Instant now) {
        Instant last = now.truncatedTo(ChronoUnit.HOURS);
        Instant first = last.minus(Duration.ofHours(HOURS - 1L));
        Map<Instant, Long> counts = new HashMap<>();
        ask(
                        "select date_trunc('hour', quarantined_at), count(*) from %2$s where"
                                + " quarantined_at >= :first group by 1",
                        Map.of("first", first), HOURS + 1)
                .forEach(
                        row -> counts.put((Instant) row.get(0), ((Number) row.get(1)).longValue()));
        List<Hour> hours = new ArrayList<>(HOURS);
        for (int i = 0; i < HOURS; i++) {
            Instant hour = first.plus(Duration.ofHours(i));
            hours.add(new Hour(hour, counts.getOrDefault(hour, 0L)));
        }
        return hours;
    }

    private long waiting() {
        return count(
                table.ask("select '', count(*) from " + table.waitingTable(), Map.of(), 1).get(0));
    }

    private List<List<Object>> ask(String sql, Map<String, Object> parameters, int maxRows) {
        return table.ask(sql.formatted(RECEIVED, table.table()), parameters, maxRows);
    }

    private static long count(List<Object> row) {
        return row == null ? 0 : ((Number) row.get(1)).longValue();
    }
}
