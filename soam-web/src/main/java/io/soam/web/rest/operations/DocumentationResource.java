package io.soam.web.rest.operations;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the API is described: as a page for people, as a document for programs. */
@Path("/")
@RequestScoped
public class DocumentationResource {

    @Context HttpServletRequest request;

    /** Leads to the page with the API's description. */
    @GET
    @Path("docs")
    @PermitAll
    @Operation(hidden = true)
    public Response page() {
        return to(request.getContextPath() + "/public/api-docs.xhtml");
    }

    /** Leads to the OpenAPI document, which the server gives below its own root. */
    @GET
    @Path("openapi")
    @PermitAll
    @Operation(hidden = true)
    public Response document() {
        return to("/openapi?format=JSON");
    }

    /** Against the whole address: JAX-RS takes a relative one to be below the API. */
    private Response to(String address) {
        URI here = URI.create(request.getRequestURL().toString());
        return Response.seeOther(here.resolve(address)).build();
    }
}
