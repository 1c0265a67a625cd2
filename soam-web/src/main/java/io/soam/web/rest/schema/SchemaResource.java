package io.soam.web.rest.schema;

import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import io.soam.schema.boundary.DatasetQuery;
import io.soam.schema.boundary.SchemaMetadata;
import io.soam.schema.boundary.TopicView;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same metadata for those who ask questions: what sources there are, with what fields. */
@Path("/schema")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metadata")
public class SchemaResource {

    private static final PageRequest CONTEXT = new PageRequest(1, 100);

    @Inject SchemaMetadata metadata;

    /** Datasets with their fields. */
    @GET
    @Path("datasets")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Datasets with their fields, as a list")
    public Envelope<List<DatasetPayload>> datasets(@BeanParam @Valid Paging paging) {
        return Envelope.of(
                metadata.schemas(DatasetQuery.all(), paging.request()), DatasetPayload::of);
    }

    /** One of them. */
    @GET
    @Path("datasets/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One dataset with its fields")
    public Envelope<DatasetPayload> dataset(@PathParam("id") String id) {
        return Envelope.of(DatasetPayload.of(metadata.dataset(id)));
    }

    /** How its fields have changed. */
    @GET
    @Path("datasets/{id}/evolution")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "How the fields of a dataset have changed, as a list")
    public Envelope<List<ChangePayload>> evolution(
            @PathParam("id") String id, @BeanParam @Valid Paging paging) {
        return Envelope.of(metadata.evolution(id, paging.request()), ChangePayload::of);
    }

    /** Topics. */
    @GET
    @Path("topics")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Topics with their totals, as a list")
    public Envelope<List<TopicView>> topics(@BeanParam @Valid Paging paging) {
        return Envelope.of(metadata.topics(paging.request()));
    }

    /** What can be asked for. */
    @GET
    @Path("sources")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Datasets with names and types of their fields, without statistics")
    public Envelope<List<SourcePayload>> sources(@BeanParam @Valid Paging paging) {
        return Envelope.of(
                metadata.schemas(DatasetQuery.all(), paging.request()), SourcePayload::of);
    }

    /** What must be known to ask. */
    @GET
    @Path("context")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary =
                    "What a writer of questions must know: datasets, fields, samples, union schema")
    public Envelope<ContextPayload> context() {
        return Envelope.of(
                ContextPayload.of(metadata.schemas(DatasetQuery.all(), CONTEXT), metadata.union()));
    }
}
