package io.soam.enrichment.control;

import java.time.Instant;

/**
 * A micro-batch all of whose results are readable.
 *
 * @param id its number, rising
 * @param configurationVersion the rules, devices and thresholds it worked with
 */
public record CommittedBatch(
        long id,
        long configurationVersion,
        Instant plannedAt,
        Instant committedAt,
        BatchReport report) {}
