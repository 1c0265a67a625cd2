package io.soam.batch.enrichment;

import java.time.Duration;
import java.time.Instant;

/**
 * The row of {@code enrichment_applications}.
 *
 * @param epoch the epoch in force
 * @param state of the application
 * @param applicationId Spark's name for it; null before it has one
 * @param startedAt when the epoch was raised; null before the first
 * @param heartbeatAt when it last reported; null before the first time in this epoch
 * @param wanted whether an administrator lets it run
 * @param wantedBy who has decided that last; null if nobody has
 * @param now the database's time, which all others are of
 */
record ApplicationStatus(
        long epoch,
        ApplicationState state,
        String applicationId,
        Instant startedAt,
        Instant heartbeatAt,
        boolean wanted,
        String wantedBy,
        Instant now) {

    /** How long the application has been silent in this epoch. */
    Duration silence() {
        Instant last = heartbeatAt != null ? heartbeatAt : startedAt;
        return last == null ? Duration.ofDays(1) : Duration.between(last, now);
    }
}
