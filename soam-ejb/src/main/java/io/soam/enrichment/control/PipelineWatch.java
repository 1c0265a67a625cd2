package io.soam.enrichment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Looks at the catalogue, once a second, so that nobody else has to. While the database is out of
 * reach it keeps what it last saw.
 */
@ApplicationScoped
public class PipelineWatch {

    private static final int KEPT = 50;

    @Inject Catalogue catalogue;
    @Inject BatchAccounts accounts;
    @Inject EnrichmentMeters meters;
    @Inject Event<BatchesCommitted> events;
    @Inject Clock clock;

    private volatile PipelineState state = PipelineState.UNKNOWN;

    public PipelineState state() {
        return state;
    }

    /** Whether the catalogue has been read since this server started. */
    public boolean hasLooked() {
        return state.catalogue() != null;
    }

    /** Whether the Spark application is heard of. */
    public boolean isRunning() {
        CatalogueState seen = state.catalogue();
        return seen != null && PipelineStatus.isRunning(seen);
    }

    /** Looks once. */
    void look() throws SQLException {
        CatalogueState seen = catalogue.state();
        List<CommittedBatch> fresh = fresh(seen.lastBatch());
        state = next(seen, fresh);
        meters.running(PipelineStatus.isRunning(seen));
        for (CommittedBatch batch : accounts.settle()) {
            meters.committed(batch);
        }
        if (!fresh.isEmpty()) {
            events.fire(new BatchesCommitted(fresh));
        }
    }

    /** Committed micro-batches that this server has not seen, oldest first. */
    private List<CommittedBatch> fresh(long newest) throws SQLException {
        if (newest == state.lastBatch()) {
            return List.of();
        }
        if (state.catalogue() != null) {
            return catalogue.after(state.lastBatch(), KEPT);
        }
        List<CommittedBatch> before = new ArrayList<>(catalogue.newest(KEPT));
        Collections.reverse(before);
        return before;
    }

    private PipelineState next(CatalogueState seen, List<CommittedBatch> fresh)
            throws SQLException {
        List<CommittedBatch> recent = new ArrayList<>(state.recent());
        long silver = state.silverRows();
        for (CommittedBatch batch : fresh) {
            recent.add(0, batch);
            silver += state.catalogue() == null ? 0 : batch.report().silver();
        }
        List<CommittedBatch> kept = recent.subList(0, Math.min(KEPT, recent.size()));
        return new PipelineState(seen, kept, today(fresh, kept), silver);
    }

    private DayTotals today(List<CommittedBatch> fresh, List<CommittedBatch> kept)
            throws SQLException {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        DayTotals today = state.today();
        if (today == null || !today.since().equals(midnight)) {
            return catalogue.totals(midnight, kept.isEmpty() ? 0 : kept.get(0).id());
        }
        for (CommittedBatch batch : fresh) {
            today = today.plus(batch.report());
        }
        return today;
    }
}
