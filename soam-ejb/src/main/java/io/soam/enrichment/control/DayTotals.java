package io.soam.enrichment.control;

import java.time.Instant;

/**
 * What the pipeline has done since midnight.
 *
 * @param since midnight, UTC
 * @param rowsIn rows taken from bronze
 * @param quarantined rows that could not be read
 */
public record DayTotals(Instant since, long rowsIn, long quarantined) {

    DayTotals plus(BatchReport report) {
        return new DayTotals(since, rowsIn + report.rowsIn(), quarantined + report.quarantined());
    }
}
