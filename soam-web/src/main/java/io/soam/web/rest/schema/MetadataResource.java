package io.soam.web.rest.schema;

import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import io.soam.schema.boundary.DatasetQuery;
import io.soam.schema.boundary.QualityMetricView;
import io.soam.schema.boundary.SchemaMetadata;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Schema metadata: what arrives in each stream, in what shape and of what quality. */
@Path("/metadata")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metadata")
public class MetadataResource {

    @Inject SchemaMetadata metadata;

    /** Datasets with their fields. */
    @GET
    @Path("datasets")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Datasets with their fields, that with the newest message first")
    public Envelope<DatasetsPayload> datasets(
            @QueryParam("q") String q,
            @QueryParam("topic") String topic,
            @QueryParam("source_type") String sourceType,
            @QueryParam("active_only") @DefaultValue("false") boolean activeOnly,
            @QueryParam("sort") String sort,
            @BeanParam @Valid Paging paging) {
        DatasetQuery query = new DatasetQuery(q, topic, sourceType, activeOnly, sort);
        return Envelope.of(DatasetsPayload.of(metadata.schemas(query, paging.request())));
    }

    /** One of them. */
    @GET
    @Path("datasets/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One dataset with its fields")
    public Envelope<DatasetPayload> dataset(@PathParam("id") String id) {
        return Envelope.of(DatasetPayload.of(metadata.dataset(id)));
    }

    /** Its fields. */
    @GET
    @Path("datasets/{id}/schema")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "The fields of a dataset, with types, statistics and samples")
    public Envelope<SchemaPayload> schema(@PathParam("id") String id) {
        return Envelope.of(SchemaPayload.of(metadata.dataset(id)));
    }

    /** How its fields have changed. */
    @GET
    @Path("datasets/{id}/evolution")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "How the fields of a dataset have changed, oldest change first")
    public Envelope<EvolutionPayload> evolution(
            @PathParam("id") String id,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("page_size") @DefaultValue("500") int pageSize) {
        PageRequest request = new PageRequest(page, pageSize);
        return Envelope.of(EvolutionPayload.of(id, metadata.evolution(id, request)));
    }

    /** Topics. */
    @GET
    @Path("topics")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Topics with their totals, that with the newest message first")
    public Envelope<TopicsPayload> topics(@BeanParam @Valid Paging paging) {
        return Envelope.of(TopicsPayload.of(metadata.topics(paging.request())));
    }

    /** What is not in the totals yet. */
    @GET
    @Path("current")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "What has arrived and is not in the totals yet",
            description =
                    "Messages that are in bronze and will be in the totals within seconds, of all servers; and"
                            + " how much this server's spool still holds.")
    public Envelope<CurrentPayload> current() {
        return Envelope.of(CurrentPayload.of(metadata.current()));
    }

    /** How good a dataset is. */
    @GET
    @Path("datasets/{id}/quality")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Figures of quality: computed per hour, and added by others")
    public Envelope<QualityPayload> quality(
            @PathParam("id") String id, @QueryParam("hours") @DefaultValue("168") int hours) {
        return Envelope.of(QualityPayload.of(metadata.quality(id, hours)));
    }

    /** Adds a figure. */
    @POST
    @Path("datasets/{id}/quality")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(summary = "Adds a figure of quality that was measured elsewhere")
    public Response addQuality(
            @PathParam("id") String id,
            @NotNull(message = "Send metric_name and metric_value as JSON.")
                    NewQualityPayload figure) {
        QualityMetricView added = metadata.addQuality(id, figure.metric());
        return Response.status(Response.Status.CREATED)
                .entity(Envelope.of(added, "The figure is added."))
                .build();
    }

    /** Deletes old figures. */
    @POST
    @Path("cleanup")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Deletes old figures of quality, and nothing else")
    public Envelope<CleanupPayload> cleanup(
            @QueryParam("days_to_keep") @DefaultValue("30") int daysToKeep) {
        return Envelope.of(new CleanupPayload(metadata.cleanUp(daysToKeep), daysToKeep));
    }

    /** Totals. */
    @GET
    @Path("stats")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Totals over all datasets")
    public Envelope<StatsPayload> stats() {
        return Envelope.of(StatsPayload.of(metadata.stats()));
    }
}
