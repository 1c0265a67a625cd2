package io.soam.web.rest.enrichment;

import io.soam.enrichment.boundary.BatchView;
import java.time.Duration;
import java.util.List;

/** Rows per second, from micro-batches, newest first. */
final class Rates {

    private Rates() {}

    /**
     * Rows that arrived per second. Two micro-batches of 500 and 700 rows, committed 6 s apart, saw
     * 700 rows arrive in these 6 s: 116.7.
     */
    static double arriving(List<BatchView> recent) {
        if (recent.size() < 2) {
            return 0;
        }
        BatchView oldest = recent.get(recent.size() - 1);
        Duration span = Duration.between(oldest.committedAt(), recent.get(0).committedAt());
        return perSecond(rows(recent.subList(0, recent.size() - 1)), span);
    }

    /** Rows per second while a micro-batch was worked on. */
    static double working(List<BatchView> recent) {
        Duration busy =
                recent.stream()
                        .map(batch -> Duration.between(batch.plannedAt(), batch.committedAt()))
                        .reduce(Duration.ZERO, Duration::plus);
        return perSecond(rows(recent), busy);
    }

    private static long rows(List<BatchView> batches) {
        return batches.stream().mapToLong(BatchView::rowsIn).sum();
    }

    private static double perSecond(long rows, Duration span) {
        double seconds = span.toMillis() / 1_000.0;
        return seconds <= 0 ? 0 : Math.round(rows / seconds * 10) / 10.0;
    }
}
