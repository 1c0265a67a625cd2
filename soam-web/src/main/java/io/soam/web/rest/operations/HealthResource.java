package io.soam.web.rest.operations;

import io.soam.operations.boundary.HealthReport;
import io.soam.operations.boundary.Operations;
import io.soam.web.rest.Envelope;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

    /**
     * The answer.
     *
     * @param state {@code up}: the server answers
     * @param components what it knows of its own parts
     */
    public record HealthPayload(String state, Components components) {}

    /**
     * What a server knows without asking anybody.
     *
     * @param objectStore {@code up}, {@code down} or {@code unknown}, as last seen
     * @param buffer what waits for the object store
     * @param sources data sources on all replicas
     */
    public record Components(String objectStore, Buffer buffer, Sources sources) {}

    /**
     * What waits for the object store.
     *
     * @param state {@code open}; {@code full} or {@code failing} while reading pauses
     * @param bytes on this server's disk
     */
    public record Buffer(String state, long bytes) {}

    /**
     * Data sources.
     *
     * @param active on some replica
     * @param failing enabled, but active on none
     */
    public record Sources(int active, int failing) {}

    @Inject Operations operations;

    /** Says that the server answers; asks no other part. */
    @GET
    @PermitAll
    @Operation(summary = "Whether this server answers; open to everyone")
    public Envelope<HealthPayload> health() {
        HealthReport known = operations.health();
        return Envelope.of(
                new HealthPayload(
                        "up",
                        new Components(
                                known.objectStore(),
                                new Buffer(known.buffer(), known.bufferedBytes()),
                                new Sources(known.activeSources(), known.failingSources()))),
                "SOAM answers.");
    }
}
