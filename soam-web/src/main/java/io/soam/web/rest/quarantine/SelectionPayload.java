package io.soam.web.rest.quarantine;

import io.soam.quarantine.boundary.QuarantineFilter;
import io.soam.quarantine.boundary.QuarantineSelection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which messages a decision is about; the components are those of {@link QuarantineSelection}. */
public record SelectionPayload(
        @Schema(description = "1 to 500 ids; leave them out to give a filter") List<String> ids,
        @Schema(description = "All open messages that it finds; leave it out to give ids")
                FilterPayload filter,
        @Schema(description = "Only what was put aside until then; without it, until now")
                Instant asOf,
        @Schema(description = "Why they are discarded", nullable = true, maxLength = 1_000)
                String note) {

    QuarantineSelection selection() {
        return new QuarantineSelection(ids, filter == null ? null : filter.filter(), asOf);
    }

    /** The components are those of {@link QuarantineFilter}. */
    public record FilterPayload(
            String reason,
            String stream,
            String sourceType,
            String state,
            Instant from,
            Instant until,
            String q,
            Instant decidedAt) {

        QuarantineFilter filter() {
            return new QuarantineFilter(
                    reason, stream, sourceType, state, from, until, q, decidedAt);
        }
    }
}
