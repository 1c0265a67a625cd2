package io.soam.web.rest.operations;

import io.soam.web.rest.Envelope;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether this server answers at all. */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@SecurityRequirements
public class HealthResource {

    /** Says that the server answers; asks no other part. */
    @GET
    @PermitAll
    @Operation(summary = "Whether this server answers; open to everyone")
    public Envelope<Map<String, String>> health() {
        return Envelope.of(Map.of("state", "up"), "SOAM answers.");
    }
}
