package io.soam.web.rest.operations;

import io.soam.operations.boundary.Operations;
import io.soam.operations.boundary.PartState;
import io.soam.operations.boundary.ReadinessReport;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether this server can do all its work. */
@Path("/ready")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@SecurityRequirements
public class ReadyResource {

    /**
     * The answer.
     *
     * @param ready whether every part is up
     * @param checkedAt when they were asked
     * @param parts every part
     */
    public record ReadyPayload(boolean ready, Instant checkedAt, List<PartPayload> parts) {}

    /**
     * A part. Why it is down is not told here: everyone may ask.
     *
     * @param name for programs
     * @param label for people
     * @param up whether it does its work
     * @param millis how long the check took
     */
    public record PartPayload(String name, String label, boolean up, long millis) {}

    @Inject Operations operations;

    /** Asks every part; 503 when one is down. */
    @GET
    @PermitAll
    @Operation(
            summary = "Whether every part is up; open to everyone",
            description = "503 when a part is down; detail then has the parts.")
    public Response ready() {
        ReadinessReport report = operations.readiness();
        ReadyPayload payload = payload(report);
        if (report.ready()) {
            return Response.ok(Envelope.of(payload, "Every part is up.")).build();
        }
        String down =
                report.parts().stream()
                        .filter(part -> !part.up())
                        .map(PartState::label)
                        .collect(Collectors.joining(", "));
        return new Problem(503, "not_ready", "Not ready. Down: " + down + ".", payload).response();
    }

    private static ReadyPayload payload(ReadinessReport report) {
        return new ReadyPayload(
                report.ready(),
                report.checkedAt(),
                report.parts().stream()
                        .map(
                                part ->
                                        new PartPayload(
                                                part.name(),
                                                part.label(),
                                                part.up(),
                                                part.millis()))
                        .toList());
    }
}
