package io.soam.ingestion.boundary;

import io.soam.ingestion.entity.SourceStatus;
import jakarta.validation.constraints.Pattern;

/**
 * Which events of a data source are wanted.
 *
 * @param status the status that it took, as in {@link DataSourceView}; null for any
 */
public record SourceEventQuery(
        @Pattern(
                        regexp = "inactive|connecting|active|error|stopped",
                        message = "The status is inactive, connecting, active, error or stopped.")
                String status) {

    SourceStatus statusWanted() {
        return status == null ? null : SourceStatus.ofCode(status);
    }
}
