package io.soam.web.rest.quarantine;

import io.soam.quarantine.boundary.QuarantineSelection;
import io.soam.web.rest.quarantine.SelectionPayload.FilterPayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be sent once more. */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record ReplayPayload(
        @Schema(description = "1 to 500 ids; leave them out to give a filter") List<String> ids,
        @Schema(description = "All open messages that it finds; leave it out to give ids")
                FilterPayload filter,
        @Schema(description = "Only what was put aside until then; without it, until now")
                Instant asOf,
        @Schema(
                        description = "A text in the place of the payload; for one id only",
                        nullable = true)
                String payload,
        @Schema(description = "The same for bytes, as Base64", nullable = true)
                byte[] payloadBase64) {

    QuarantineSelection selection() {
        return new SelectionPayload(ids, filter, asOf, null).selection();
    }

    byte[] mended() {
        return payload == null ? payloadBase64 : payload.getBytes(StandardCharsets.UTF_8);
    }
}
