package io.soam.web.rest.ingestion;

import io.soam.ingestion.boundary.PreviewAnswer;
import io.soam.ingestion.boundary.Previews;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The newest messages as they came. */
@Path("/data")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class DataResource {

    private static final String BOUNDS = "Ask for 1 to 500 messages of a stream.";

    @Inject Previews previews;

    /** The newest messages of all streams. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Newest messages of every stream, newest last")
    public Envelope<List<Map<String, Object>>> all(
            @QueryParam("limit_per_partition")
                    @DefaultValue("100")
                    @Min(value = 1, message = BOUNDS)
                    @Max(value = 500, message = BOUNDS)
                    int limitPerPartition) {
        return answer(previews.newestOfAll(null, limitPerPartition));
    }

    /** The newest messages of one stream. */
    @GET
    @Path("{ingestion_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Newest messages of a stream, newest last")
    public Envelope<List<Map<String, Object>>> newest(
            @PathParam("ingestion_id") String ingestionId,
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(value = 1, message = BOUNDS)
                    @Max(value = 500, message = BOUNDS)
                    int limit) {
        return answer(previews.newestOfAll(ingestionId, limit));
    }

    private static Envelope<List<Map<String, Object>>> answer(PreviewAnswer answer) {
        return answer.silentReplicas().isEmpty()
                ? Envelope.all(answer.messages())
                : Envelope.warning(
                        answer.messages(),
                        "Messages of some replicas are missing.",
                        "No answer in time from "
                                + String.join(", ", answer.silentReplicas())
                                + ".");
    }
}
