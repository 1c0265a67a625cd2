package io.soam.enrichment.control;

import java.time.Instant;
import java.util.List;

/**
 * The pipeline as this server last saw it.
 *
 * @param catalogue what the catalogue said; null before the first look
 * @param recent newest committed micro-batches, newest first
 * @param today what was done since midnight; null before the first look
 * @param silverRows rows that reached silver since this server started
 */
public record PipelineState(
        CatalogueState catalogue, List<CommittedBatch> recent, DayTotals today, long silverRows) {

    static final PipelineState UNKNOWN = new PipelineState(null, List.of(), null, 0);

    public PipelineState {
        recent = List.copyOf(recent);
    }

    /** Number of the newest committed micro-batch; 0 before the first. */
    public long lastBatch() {
        return recent.isEmpty() ? 0 : recent.get(0).id();
    }

    /** Rows that wait; 0 while nothing is known. */
    public long waitingRows() {
        return catalogue == null ? 0 : catalogue.waitingRows();
    }

    /** Reception of the oldest row that is not in silver; null if there is none. */
    public Instant oldestUnrefined() {
        return catalogue == null ? null : catalogue.oldestUnrefined();
    }
}
