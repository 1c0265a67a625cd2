package io.soam.web.rest.ingestion;

import io.soam.ingestion.boundary.BufferStatus;
import io.soam.ingestion.boundary.Previews;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many of the newest messages are kept at hand. */
@Path("/buffer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class BufferResource {

    private static final String SIZES = "A preview keeps 1 to 10000 messages.";

    /**
     * What is wanted.
     *
     * @param maxRows messages of each stream
     */
    public record BufferSizePayload(
            @NotNull(message = SIZES)
                    @Min(value = 1, message = SIZES)
                    @Max(value = 10_000, message = SIZES)
                    Integer maxRows) {}

    @Inject Previews previews;

    /** Changes it. */
    @POST
    @Path("size")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Changes how many messages each preview keeps, on all replicas")
    public Envelope<BufferStatus> resize(
            @NotNull(message = "Send max_rows as JSON.") @Valid BufferSizePayload size) {
        return Envelope.of(previews.resize(size.maxRows()), "Previews are resized.");
    }
}
