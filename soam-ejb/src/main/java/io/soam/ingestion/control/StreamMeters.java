package io.soam.ingestion.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import java.util.concurrent.atomic.LongAdder;

/** The meters of one stream. */
final class StreamMeters {

    private static final double MICROS_PER_SECOND = 1e6;

    private final SourceCounters source;
    private final LongAdder all;
    private final Counter received;
    private final Counter processed;
    private final Counter bytes;
    private final DistributionSummary delay;

    StreamMeters(
            SourceCounters source,
            LongAdder all,
            Counter received,
            Counter processed,
            Counter bytes,
            DistributionSummary delay) {
        this.source = source;
        this.all = all;
        this.received = received;
        this.processed = processed;
        this.bytes = bytes;
        this.delay = delay;
    }

    /** Counts a message at its reception; a device whose clock is ahead has no delay to count. */
    void received(int payloadBytes, long atMicros, long delayMicros) {
        source.received(payloadBytes, atMicros);
        all.increment();
        received.increment();
        bytes.increment(payloadBytes);
        if (delayMicros >= 0) {
            delay.record(delayMicros / MICROS_PER_SECOND);
        }
    }

    /** Counts a message that could not be taken. */
    void failed() {
        source.failed();
    }

    /** Counts a message once it is durable. */
    void processed() {
        processed.increment();
    }
}
