package io.soam.spark.enrichment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ids of all messages that were refined lately, by which a redelivered one is known. Kept in
 * memory, because looking each batch up in the table would read hundreds of files; after a start
 * they are read from the tables once.
 *
 * <p>Time is that of reception, so that a backlog is treated like live data.
 */
final class RecentMessages {

    private static final Duration SEGMENT = Duration.ofMinutes(10);

    private final Duration keep;
    private final long maxIds;
    private final TreeMap<Instant, IdSet> segments = new TreeMap<>();

    /**
     * @param keep how far before the newest message ids are kept
     * @param maxIds bound of memory; beyond it the oldest ids are forgotten first
     */
    RecentMessages(Duration keep, long maxIds) {
        this.keep = keep;
        this.maxIds = maxIds;
    }

    boolean contains(long high, long low) {
        for (IdSet segment : segments.values()) {
            if (segment.contains(high, low)) {
                return true;
            }
        }
        return false;
    }

    /** Adds the ids, pairs of longs, of messages of which the newest was received at a time. */
    void addAll(long[] ids, Instant newest) {
        IdSet segment = segments.computeIfAbsent(segment(newest), start -> new IdSet());
        for (int i = 0; i < ids.length; i += 2) {
            segment.add(ids[i], ids[i + 1]);
        }
        forget();
    }

    long size() {
        return segments.values().stream().mapToLong(IdSet::size).sum();
    }

    /** The ten minutes that a time of reception lies in. */
    static Instant segment(Instant receivedAt) {
        long seconds = SEGMENT.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(receivedAt.getEpochSecond(), seconds) * seconds);
    }

    private void forget() {
        Instant oldest = segments.lastKey().minus(keep);
        while (segments.size() > 1
                && (segments.firstKey().plus(SEGMENT).isBefore(oldest) || size() > maxIds)) {
            Map.Entry<Instant, IdSet> forgotten = segments.pollFirstEntry();
            assert forgotten != null;
        }
    }
}
