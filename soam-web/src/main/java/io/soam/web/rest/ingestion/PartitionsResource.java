package io.soam.web.rest.ingestion;

import io.soam.ingestion.boundary.Previews;
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

/** The streams of which messages can be looked at. */
@Path("/partitions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class PartitionsResource {

    @Inject Previews previews;

    /** Ingestion ids. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Ingestion ids of the streams whose newest messages are kept at hand")
    public Envelope<List<String>> streams() {
        return Envelope.all(previews.streams());
    }
}
