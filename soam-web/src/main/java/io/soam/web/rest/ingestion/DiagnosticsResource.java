package io.soam.web.rest.ingestion;

import io.soam.ingestion.boundary.Previews;
import io.soam.ingestion.boundary.TopicAnalysis;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a closer look at the newest messages shows. */
@Path("/diagnostics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class DiagnosticsResource {

    @Inject Previews previews;

    /** Topics and sensors, stream by stream. */
    @GET
    @Path("topic-analysis")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Topics, sensors and samples of the last messages of every stream")
    public Envelope<List<TopicAnalysis>> topicAnalysis() {
        return Envelope.all(previews.topics());
    }
}
