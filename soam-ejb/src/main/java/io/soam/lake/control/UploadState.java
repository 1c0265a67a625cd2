package io.soam.lake.control;

import java.time.Instant;

/**
 * How the way from the spool to bronze is doing.
 *
 * @param problem why nothing can be uploaded, for the operator; null while it can
 * @param since when the problem began; null without one
 * @param lastStoredReceivedAt reception of the newest message in bronze; null before the first
 * @param rows messages uploaded by this server since it started
 */
public record UploadState(String problem, Instant since, Instant lastStoredReceivedAt, long rows) {

    public boolean isHealthy() {
        return problem == null;
    }
}
