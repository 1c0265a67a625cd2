package io.soam.web.rest.home;

import io.soam.platform.boundary.Roles;
import io.soam.web.home.CityNow;
import io.soam.web.home.Home;
import io.soam.web.home.TemperatureChart;
import io.soam.web.home.TimeRange;
import io.soam.web.rest.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the page Home shows, for the browser that has it open. */
@Path("/home")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Home")
public class HomeResource {

    /**
     * What every page asks for.
     *
     * @param at when this was so
     * @param lastReceivedAt reception of the newest message; null before the first
     */
    public record Pulse(Instant at, Instant lastReceivedAt) {}

    @Inject CityNow city;

    @Context Request request;

    /** Everything but the chart. */
    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Everything that Home shows but the chart, in words")
    public Response home() {
        Home home = city.home();
        return fresh(new EntityTag(Long.toString(home.at().toEpochMilli(), 36)), home);
    }

    /** How old the newest data is. */
    @GET
    @Path("pulse")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "When the newest message came")
    public Envelope<Pulse> pulse() {
        Home home = city.home();
        return Envelope.of(new Pulse(home.at(), home.lastReceivedAt()));
    }

    /** The chart. */
    @GET
    @Path("temperatures")
    @RolesAllowed(Roles.VIEWER)
    @Operation(summary = "Lines of the chart of average temperatures")
    public Response temperatures(
            @QueryParam("range") String range, @QueryParam("sensor") List<String> sensors) {
        TimeRange wanted = TimeRange.of(range);
        Set<String> chosen = Set.copyOf(sensors);
        TemperatureChart chart = city.temperatures(wanted, chosen);
        int version =
                Objects.hash(
                        chart.asOf(),
                        chart.state(),
                        chart.note(),
                        chart.threshold(),
                        wanted,
                        chosen,
                        chart.to().getEpochSecond() / 60);
        return fresh(new EntityTag(Integer.toHexString(version)), chart);
    }

    private Response fresh(EntityTag tag, Object data) {
        CacheControl revalidate = new CacheControl();
        revalidate.setPrivate(true);
        revalidate.setNoCache(true);
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        return (known == null ? Response.ok(Envelope.of(data)) : known)
                .tag(tag)
                .cacheControl(revalidate)
                .build();
    }
}
