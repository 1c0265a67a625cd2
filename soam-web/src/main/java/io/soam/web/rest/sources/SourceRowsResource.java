package io.soam.web.rest.sources;

import io.soam.platform.boundary.Roles;
import io.soam.web.home.Card;
import io.soam.web.rest.Envelope;
import io.soam.web.rest.Paging;
import io.soam.web.sources.SourceDetail;
import io.soam.web.sources.SourceDetails;
import io.soam.web.sources.SourceRow;
import io.soam.web.sources.SourceRows;
import io.soam.web.sources.SourceSearch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The list of the page Data sources, for the browser that has it open. */
@Path("/home/data-sources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Home")
public class SourceRowsResource {

    @Inject SourceRows rows;

    @Inject SourceDetails details;

    /** The rows that the page of the same address shows. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Rows of the page Data sources, in words")
    public Envelope<Card<SourceRow>> rows(
            @QueryParam("q") String text,
            @QueryParam("status") String status,
            @QueryParam("type") String type,
            @QueryParam("disabled") boolean disabledToo,
            @QueryParam("sort") String sort,
            @BeanParam @Valid Paging paging) {
        SourceSearch search = new SourceSearch();
        search.setText(text);
        search.setStatus(status);
        search.setType(type);
        search.setDisabledToo(disabledToo);
        search.setSort(sort);
        return Envelope.of(rows.page(search, paging.request()));
    }

    /** What the page of one data source shows. */
    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "What the page of a data source shows, in words")
    public Envelope<SourceDetail> detail(@PathParam("id") long id) {
        return Envelope.of(details.of(id));
    }
}
