package io.soam.ingestion.spool;

import java.time.Duration;

/**
 * How large things in the spool may grow.
 *
 * @param segmentBytes size at which a segment is sealed
 * @param segmentAge age at which a segment with data is sealed
 * @param spoolBytes bytes on disk from which on nothing is taken in until some are uploaded
 * @param queueBytes bytes that may wait in memory for the disk
 */
public record SpoolLimits(
        long segmentBytes, Duration segmentAge, long spoolBytes, int queueBytes) {}
