package io.soam.ingestion.connector;

import io.soam.domain.time.EventTime;
import io.soam.domain.time.EventTimeParser;
import java.time.Instant;

/** Tells what identifies a message that was fetched rather than sent. */
public final class PolledReading {

    private PolledReading() {}

    /**
     * The key under which to hand a fetched record over.
     *
     * <p>A record with a time of its own is known by its content, so that polls that overlap bring
     * it once: null. One without is a reading of its own each time that it is fetched, even if the
     * value has not changed: {@code 2026-11-24T10:00:00Z/3}.
     *
     * @param index its place among the records of one fetch
     */
    public static String key(byte[] record, Instant fetchedAt, int index) {
        return isTimed(record, fetchedAt) ? null : fetchedAt + "/" + index;
    }

    private static boolean isTimed(byte[] record, Instant fetchedAt) {
        if (!PayloadProbe.isText(record)) {
            return false;
        }
        EventTime time = EventTimeParser.parse(PayloadProbe.timestamp(record), fetchedAt);
        return time.source() == EventTime.Source.DEVICE;
    }
}
