package io.soam.ingestion.spool;

import java.time.Duration;

/**
 * How large things in the spool may grow.
 *
 * @param segmentBytes size at which a segment is sealed
 * @param shortestAge age at which a segment with messages of few streams is sealed
 * @param longestAge age at which every segment is sealed
 * @param streams number of streams that are few; with more the age grows in proportion, because a
 *     segment becomes at least one object for each of its streams
 * @param spoolBytes bytes on disk from which on nothing is taken in until some are uploaded
 * @param queueBytes bytes that may wait in memory for the disk
 */
public record SpoolLimits(
        long segmentBytes,
        Duration shortestAge,
        Duration longestAge,
        int streams,
        long spoolBytes,
        int queueBytes) {

    /** Age at which a segment with messages of so many streams is sealed. */
    Duration segmentAge(int streamsInIt) {
        if (streamsInIt <= streams || shortestAge.compareTo(longestAge) >= 0) {
            return shortestAge;
        }
        Duration age = shortestAge.multipliedBy(streamsInIt).dividedBy(streams);
        return age.compareTo(longestAge) < 0 ? age : longestAge;
    }
}
