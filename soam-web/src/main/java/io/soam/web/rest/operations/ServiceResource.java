package io.soam.web.rest.operations;

import io.soam.web.rest.Envelope;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What answers here; the address of the server itself is the portal's. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
@SecurityRequirements
public class ServiceResource {

    private static final String NAME = "SOAM";

    /**
     * What answers.
     *
     * @param version that of the build
     */
    public record Service(String name, String version, Links links) {}

    /**
     * Where to go on.
     *
     * @param docs the API's description for people
     * @param openapi the same for programs
     * @param health whether this server answers
     * @param ready whether every part does its work
     */
    public record Links(String docs, String openapi, String health, String ready) {}

    @Inject ServletContext context;

    /** Says what answers here and where to go on. */
    @GET
    @PermitAll
    @Operation(summary = "Name and version of the service and where to go on; open to everyone")
    public Envelope<Service> service() {
        return Envelope.of(service(context.getContextPath(), BuildVersion.of(context)));
    }

    static Service service(String root, String version) {
        String api = root + "/api";
        return new Service(
                NAME,
                version,
                new Links(api + "/docs", api + "/openapi", api + "/health", api + "/ready"));
    }
}
