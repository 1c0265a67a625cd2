package io.soam.web.rest.quarantine;

import io.soam.quarantine.boundary.QuarantineFilter;
import io.soam.quarantine.boundary.QuarantineQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which messages a request means; see {@link QuarantineFilter}. */
public class QuarantineParameters {

    @QueryParam("reason")
    @Parameter(description = "Code of the reason, such as malformed_json")
    String reason;

    @QueryParam("stream")
    @Parameter(description = "An ingestion id, or its beginning and an asterisk")
    String stream;

    @QueryParam("source_type")
    @Parameter(description = "Connector type, such as mqtt")
    String sourceType;

    @QueryParam("state")
    @Parameter(description = "open, replayed or discarded; all without it")
    String state;

    @QueryParam("from")
    @Parameter(description = "Received then or later, ISO 8601")
    Instant from;

    @QueryParam("until")
    @Parameter(description = "Received before then, ISO 8601")
    Instant until;

    @QueryParam("q")
    @Parameter(description = "Part of the payload or of what is wrong with it, or a message id")
    String text;

    @QueryParam("decided_at")
    @Parameter(description = "The moment of one decision, as its answer said it")
    Instant decidedAt;

    @QueryParam("sort")
    @Parameter(
            description =
                    "received_at, quarantined_at, reason, stream, state or decided_at; a leading minus"
                            + " reverses it; the newest first without it")
    String sort;

    QuarantineQuery query() {
        return new QuarantineQuery(
                new QuarantineFilter(
                        blankIsNull(reason),
                        blankIsNull(stream),
                        blankIsNull(sourceType),
                        blankIsNull(state),
                        from,
                        until,
                        blankIsNull(text),
                        decidedAt),
                blankIsNull(sort));
    }

    private static String blankIsNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
