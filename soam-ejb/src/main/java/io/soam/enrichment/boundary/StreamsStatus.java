package io.soam.enrichment.boundary;

import java.time.Instant;
import java.util.List;

/**
 * What the pipeline is doing.
 *
 * @param state {@code starting}, {@code running}, {@code stopping}, {@code stopped}, {@code failed}
 *     or "stale" when it should be running but has not been heard of for too long
 * @param applicationId Spark's id of the application; null before the first
 * @param message why it is not running; null if it is
 * @param startedAt when the application was launched; null before the first
 * @param heartbeatAt when it was last heard of; null if never
 * @param configurationVersion newest version of rules, devices and thresholds
 * @param waitingRows rows in bronze that no micro-batch has taken yet
 * @param oldestWaiting reception of the oldest of them; null if there are none
 * @param last the newest committed micro-batch; null before the first
 * @param recent committed micro-batches of the last minutes, newest first, at most 50
 */
public record StreamsStatus(
        String state,
        String applicationId,
        String message,
        Instant startedAt,
        Instant heartbeatAt,
        long configurationVersion,
        long waitingRows,
        Instant oldestWaiting,
        BatchView last,
        List<BatchView> recent) {

    public StreamsStatus {
        recent = List.copyOf(recent);
    }

    public boolean isRunning() {
        return "running".equals(state);
    }
}
