package io.soam.web.rest.quarantine;

import io.soam.platform.boundary.Roles;
import io.soam.quarantine.boundary.Quarantine;
import io.soam.quarantine.boundary.QuarantineDecision;
import io.soam.quarantine.boundary.QuarantineDetail;
import io.soam.quarantine.boundary.QuarantineSummary;
import io.soam.quarantine.boundary.QuarantinedMessage;
import io.soam.quarantine.boundary.RawPayload;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quarantine: what cannot be read, and what becomes of it. */
@Path("/quarantine")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Quarantine")
public class QuarantineResource {

    private static final String AWAY =
            "503 with the code lake_unavailable or lake_busy while the lake does not answer.";

    @Inject Quarantine quarantine;

    /** Messages, the newest first if nothing else is asked for. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Lists messages that cannot be read", description = AWAY)
    public Envelope<List<QuarantinedMessage>> list(
            @BeanParam QuarantineParameters parameters, @BeanParam @Valid Paging paging) {
        return Envelope.of(quarantine.list(parameters.query(), paging.request()));
    }

    /** How much there is, and why. */
    @GET
    @Path("summary")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Numbers by state, by reason and stream, and of the last 24 hours",
            description =
                    "The status is warning, with the reason, when these are the last known numbers.")
    public Envelope<QuarantineSummary> summary() {
        QuarantineSummary summary = quarantine.summary();
        return summary.isStale()
                ? Envelope.warning(
                        summary,
                        "These are the last known numbers, as of " + summary.asOf() + ".",
                        summary.staleReason())
                : Envelope.of(summary);
    }

    /** One message with its payload. */
    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "One message: envelope, payload, reason, how to mend it",
            description = AWAY)
    public Envelope<QuarantineDetail> one(@PathParam("id") String id) {
        return Envelope.of(quarantine.one(id));
    }

    /** The payload alone; never as anything that a browser would run. */
    @GET
    @Path("{id}/raw")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
    @Operation(summary = "The payload, byte for byte as it came", description = AWAY)
    public Response raw(@PathParam("id") String id) {
        RawPayload raw = quarantine.raw(id);
        return Response.ok(raw.bytes(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + raw.fileName() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Sends messages once more. */
    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Sends messages once more, as they are or mended",
            description =
                    "Answered when they are durable. One request sends 500 messages or 32 MiB at most; while"
                            + " remaining is not 0, send it again, with the same as_of. Sending the same"
                            + " message twice is one message. "
                            + AWAY)
    public Envelope<QuarantineDecision> replay(
            @NotNull(message = "Send ids or a filter as JSON.") ReplayPayload replay) {
        QuarantineDecision decision = quarantine.replay(replay.selection(), replay.mended());
        return Envelope.of(decision, Sentences.of(decision));
    }

    /** Gives messages up. */
    @POST
    @Path("discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Discards messages; they stay in the lake and can be restored",
            description = AWAY)
    public Envelope<QuarantineDecision> discard(
            @NotNull(message = "Send ids or a filter as JSON.") SelectionPayload payload) {
        QuarantineDecision decision = quarantine.discard(payload.selection(), payload.note());
        return Envelope.of(decision, Sentences.of(decision));
    }

    /** Takes that back. */
    @POST
    @Path("restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Opens discarded messages again",
            description = "A filter with the decided_at of a decision undoes it. " + AWAY)
    public Envelope<QuarantineDecision> restore(
            @NotNull(message = "Send ids or a filter as JSON.") SelectionPayload payload) {
        QuarantineDecision decision = quarantine.restore(payload.selection());
        return Envelope.of(decision, Sentences.of(decision));
    }
}
