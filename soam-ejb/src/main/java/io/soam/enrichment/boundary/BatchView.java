package io.soam.enrichment.boundary;

import java.time.Instant;

/**
 * A committed micro-batch.
 *
 * @param id its number, rising
 * @param configurationVersion the rules, devices and thresholds it worked with
 * @param plannedAt when it began
 * @param committedAt when all its results were readable
 * @param rowsIn rows it took from bronze
 * @param silver rows it added to silver
 * @param quarantined rows it could not read
 * @param waiting rows of streams without a device
 * @param duplicates rows that were known already
 * @param sensorToSilverP95 seconds from the device's time to silver, 95th percentile; null without
 *     rows
 * @param sensorToGoldP95 seconds from the device's time to gold, 95th percentile; null without rows
 * @param lastReceivedAt reception of its newest row; null without rows
 */
public record BatchView(
        long id,
        long configurationVersion,
        Instant plannedAt,
        Instant committedAt,
        long rowsIn,
        long silver,
        long quarantined,
        long waiting,
        long duplicates,
        Double sensorToSilverP95,
        Double sensorToGoldP95,
        Instant lastReceivedAt) {}
