package io.soam.web.rest.ingestion;

import io.soam.ingestion.boundary.ConnectorTypeView;
import io.soam.ingestion.boundary.CreatedDataSource;
import io.soam.ingestion.boundary.DataSourceQuery;
import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.ingestion.boundary.SourceActivities;
import io.soam.ingestion.boundary.SourceEventQuery;
import io.soam.ingestion.boundary.SourceEventView;
import io.soam.ingestion.boundary.SourceHealthView;
import io.soam.ingestion.boundary.SourceHistory;
import io.soam.ingestion.boundary.SourceMetricsView;
import io.soam.ingestion.boundary.SourcesOverview;
import io.soam.ingestion.boundary.TrialView;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Data sources: what is connected, and how it is doing. */
@Path("/data-sources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data sources")
public class DataSourcesResource {

    private static final String MINUTES = "Ask for 1 to 1440 minutes.";

    @Inject DataSources sources;

    @Inject SourceActivities activities;

    @Inject SourceHistory history;

    /** Data sources, by name if nothing else is asked for. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Lists data sources; disabled ones only with enabled_only=false")
    public Envelope<List<DataSourceView>> list(
            @QueryParam("enabled_only") @DefaultValue("true") boolean enabledOnly,
            @QueryParam("q") @Size(max = 255, message = "Search for at most 255 characters.")
                    String q,
            @QueryParam("status") String status,
            @QueryParam("type_name") String typeName,
            @QueryParam("sort") String sort,
            @BeanParam @Valid Paging paging) {
        DataSourceQuery query = new DataSourceQuery(q, status, typeName, enabledOnly, sort);
        return Envelope.of(sources.list(query, paging.request()));
    }

    /** The kinds of data sources. */
    @GET
    @Path("types")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Connector types, each with the JSON Schema of its configuration")
    public Envelope<List<ConnectorTypeView>> types() {
        return Envelope.all(sources.types());
    }

    /** Registers one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Registers a data source and starts it",
            description =
                    "Idempotent: the very same again is answered with 200 instead of 201. Name and type"
                            + " give the ingestion id; if another configuration has it already, the answer"
                            + " is 409.")
    public Response create(
            @NotNull(message = "Send the data source as JSON.") NewDataSourcePayload source,
            @Context UriInfo uris) {
        CreatedDataSource created = sources.create(source.source());
        URI location =
                uris.getAbsolutePathBuilder().path(String.valueOf(created.source().id())).build();
        return created.created()
                ? Response.created(location)
                        .entity(Envelope.of(created.source(), "The data source is registered."))
                        .build()
                : Response.ok(Envelope.of(created.source(), "It is registered already."))
                        .location(location)
                        .build();
    }

    /** Tries a configuration out. */
    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Tries a configuration out and shows the first messages; stores nothing",
            description = "Takes ten seconds at most.")
    public Envelope<TrialView> trial(
            @NotNull(message = "Send type_name and config as JSON.") TrialPayload trial) {
        TrialView result = sources.trial(trial.request());
        return Envelope.of(result, result.message());
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "One data source")
    public Envelope<DataSourceView> one(@PathParam("id") long id) {
        return Envelope.of(sources.one(id));
    }

    /** How it is doing. */
    @GET
    @Path("{id}/health")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "How a data source is doing")
    public Envelope<SourceHealthView> health(@PathParam("id") long id) {
        return Envelope.of(sources.health(id));
    }

    /** What became of it. */
    @GET
    @Path("{id}/events")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "When a data source was connected, failed and why, the newest first",
            description =
                    "One event for each change of its status on a replica; equal failures in a row are one"
                            + " event that counts. The newest 200 of the last 30 days are kept.")
    public Envelope<List<SourceEventView>> events(
            @PathParam("id") long id,
            @QueryParam("status") String status,
            @BeanParam @Valid Paging paging) {
        return Envelope.of(history.events(id, new SourceEventQuery(status), paging.request()));
    }

    /** How all of them are doing. */
    @GET
    @Path("status/overview")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Status of every data source, on all replicas")
    public Envelope<SourcesOverview> overview() {
        return Envelope.of(activities.overview());
    }

    /** What has come of it. */
    @GET
    @Path("{id}/metrics")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary =
                    "What has come of a data source on all replicas: totals, rates and their series")
    public Envelope<SourceMetricsView> metrics(
            @PathParam("id") long id,
            @QueryParam("minutes")
                    @DefaultValue("60")
                    @Min(value = 1, message = MINUTES)
                    @Max(value = SourceActivities.MOST_MINUTES, message = MINUTES)
                    int minutes) {
        return Envelope.of(activities.metrics(id, minutes));
    }

    /** Changes one. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.USER)
    @Operation(
            summary = "Changes a data source; its connector is replaced if need be",
            description = "What is left out stays as it is. Its creator and administrators may.")
    public Envelope<DataSourceView> update(
            @PathParam("id") long id,
            @NotNull(message = "Send the change as JSON.") DataSourceChangePayload change) {
        return Envelope.of(sources.update(id, change.change()), "The data source is changed.");
    }

    /** Deletes one. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.USER)
    @Operation(summary = "Stops and deletes a data source; what it has brought stays in the lake")
    public Envelope<Void> delete(@PathParam("id") long id) {
        sources.delete(id);
        return Envelope.of(null, "The data source is deleted. It can be restored for 30 days.");
    }

    /** Undoes a deletion. */
    @POST
    @Path("{id}/restore")
    @RolesAllowed(Roles.USER)
    @Operation(summary = "Brings a deleted data source back and starts it")
    public Envelope<DataSourceView> restore(@PathParam("id") long id) {
        return Envelope.of(sources.restore(id), "The data source is back.");
    }

    /** Starts one. */
    @POST
    @Path("{id}/start")
    @RolesAllowed(Roles.USER)
    @Operation(summary = "Starts a data source, on whichever replicas it runs")
    public Envelope<DataSourceView> start(@PathParam("id") long id) {
        return Envelope.of(sources.start(id), "The data source is being started.");
    }

    /** Stops one. */
    @POST
    @Path("{id}/stop")
    @RolesAllowed(Roles.USER)
    @Operation(summary = "Stops a data source on all replicas until it is started again")
    public Envelope<DataSourceView> stop(@PathParam("id") long id) {
        return Envelope.of(sources.stop(id), "The data source is being stopped.");
    }

    /** Starts one anew. */
    @POST
    @Path("{id}/restart")
    @RolesAllowed(Roles.USER)
    @Operation(summary = "Replaces the connectors of a data source by new ones")
    public Envelope<DataSourceView> restart(@PathParam("id") long id) {
        return Envelope.of(sources.restart(id), "The data source is being restarted.");
    }
}
