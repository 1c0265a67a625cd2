package io.soam.ingestion.control;

import io.soam.domain.time.EpochMicros;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** What has come of one data source in this server; counted by many threads at once. */
final class SourceCounters {

    private final LongAdder received = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /** Plain, because any of the last is as good as the last. */
    private long lastMicros;

    void received(int payloadBytes, long atMicros) {
        received.increment();
        bytes.add(payloadBytes);
        lastMicros = atMicros;
    }

    void failed() {
        failed.increment();
    }

    SourceCounts counts() {
        long last = lastMicros;
        return new SourceCounts(
                received.sum(),
                failed.sum(),
                bytes.sum(),
                last == 0 ? null : EpochMicros.instant(last));
    }

    /**
     * Counts at one moment.
     *
     * @param lastMessageAt null before the first
     */
    record SourceCounts(long received, long failed, long bytes, Instant lastMessageAt) {

        static final SourceCounts NONE = new SourceCounts(0, 0, 0, null);

        SourceCounts minus(SourceCounts earlier) {
            return new SourceCounts(
                    received - earlier.received,
                    failed - earlier.failed,
                    bytes - earlier.bytes,
                    lastMessageAt);
        }

        boolean isNothing() {
            return received == 0 && failed == 0 && bytes == 0;
        }
    }
}
