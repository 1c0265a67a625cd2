package io.soam.web.rest.enrichment;

import io.soam.enrichment.boundary.Pipeline;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the pipeline is doing. */
@Path("/spark/streams-status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pipeline")
public class StreamsStatusResource {

    @Inject Pipeline pipeline;

    @Inject Clock clock;

    /** The streams and their newest micro-batch. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The pipeline's streams and their newest micro-batch")
    public Envelope<StreamsStatusPayload> status() {
        return Envelope.of(StreamsStatusPayload.of(pipeline.status(), clock.instant()));
    }
}
