package io.soam.spark.enrichment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ids of all messages that were refined lately, by which a redelivered one is known. Kept in
 * memory, because looking each batch up in the table would read hundreds of files; after a start
 * they are read from the tables once.
 *
 * <p>Time is that of refinement. The time of reception would not do: what is redelivered late was
 * received long ago, and one host whose clock is ahead would make all else look old.
 */
final class RecentMessages {

    private static final Logger LOG = LoggerFactory.getLogger(RecentMessages.class);

    private static final Duration SEGMENT = Duration.ofMinutes(10);

    private final Duration keep;
    private final long maxIds;
    private final Clock clock;
    private final TreeMap<Instant, IdSet> segments = new TreeMap<>();
    private boolean shortageTold;

    /**
     * @param keep how long ids are kept after they were refined
     * @param maxIds bound of memory; beyond it the oldest ids are forgotten first
     */
    RecentMessages(Duration keep, long maxIds, Clock clock) {
        this.keep = keep;
        this.maxIds = maxIds;
        this.clock = clock;
    }

    boolean contains(long high, long low) {
        for (IdSet segment : segments.values()) {
            if (segment.contains(high, low)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds the ids, pairs of longs, of messages that were refined at a time; one in the future is
     * taken for now. These ids stay at least until the next are added.
     */
    void addAll(long[] ids, Instant refinedAt) {
        Instant now = clock.instant();
        Instant added = segment(refinedAt.isAfter(now) ? now : refinedAt);
        IdSet segment = segments.computeIfAbsent(added, start -> new IdSet());
        for (int i = 0; i < ids.length; i += 2) {
            segment.add(ids[i], ids[i + 1]);
        }
        forgetOld(added, now.minus(keep));
        forgetSurplus(added);
    }

    long size() {
        return segments.values().stream().mapToLong(IdSet::size).sum();
    }

    /** The ten minutes that a time lies in. */
    static Instant segment(Instant at) {
        long seconds = SEGMENT.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }

    private void forgetOld(Instant added, Instant oldest) {
        segments.headMap(segment(oldest)).keySet().removeIf(start -> !start.equals(added));
    }

    private void forgetSurplus(Instant added) {
        while (size() > maxIds && !segments.firstKey().equals(added)) {
            segments.pollFirstEntry();
            if (!shortageTold) {
                shortageTold = true;
                LOG.warn(
                        "The memory holds {} ids only: messages are recognised for less than {}",
                        maxIds,
                        keep);
            }
        }
    }
}
