package io.soam.web.rest.ingestion;

import io.soam.ingestion.boundary.DataSourceQuery;
import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.ingestion.boundary.SourceHealthView;
import io.soam.platform.boundary.Roles;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Data sources: what is connected, and how it is doing. */
@Path("/data-sources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data sources")
public class DataSourcesResource {

    @Inject DataSources sources;

    /** Data sources, by name if nothing else is asked for. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Lists data sources; disabled ones only with enabled_only=false")
    public Envelope<List<DataSourceView>> list(
            @QueryParam("enabled_only") @DefaultValue("true") boolean enabledOnly,
            @QueryParam("q") @Size(max = 255, message = "Search for at most 255 characters.")
                    String q,
            @QueryParam("status") String status,
            @QueryParam("sort") String sort,
            @BeanParam @Valid Paging paging) {
        DataSourceQuery query = new DataSourceQuery(q, status, enabledOnly, sort);
        return Envelope.of(sources.list(query, paging.request()));
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
}
