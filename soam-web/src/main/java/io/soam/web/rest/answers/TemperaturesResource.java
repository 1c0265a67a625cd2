package io.soam.web.rest.answers;

import io.soam.answers.boundary.Temperatures;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Temperatures out of gold. */
@Path("/spark")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
public class TemperaturesResource {

    private static final String BOUNDS = "Ask for 1 to 1440 minutes.";

    @Inject Temperatures temperatures;

    /** Averages of one-minute windows, oldest first. */
    @GET
    @Path("average-temperature")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Average temperature of each sensor in one-minute windows, oldest first",
            description = "The status is warning when the rows are the last known ones.")
    public Envelope<List<AverageTemperaturePayload>> averages(
            @QueryParam("minutes")
                    @DefaultValue("30")
                    @Min(value = 1, message = BOUNDS)
                    @Max(value = 1440, message = BOUNDS)
                    int minutes) {
        return Answers.envelope(temperatures.averages(minutes), AverageTemperaturePayload::of);
    }

    /** Alerts, newest first. */
    @GET
    @Path("temperature-alerts")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            summary = "Times in which a sensor was above its limit, newest first",
            description = "The status is warning when the rows are the last known ones.")
    public Envelope<List<TemperatureAlertPayload>> alerts(
            @QueryParam("since_minutes")
                    @DefaultValue("60")
                    @Min(value = 1, message = BOUNDS)
                    @Max(value = 1440, message = BOUNDS)
                    int sinceMinutes) {
        return Answers.envelope(temperatures.alerts(sinceMinutes), TemperatureAlertPayload::of);
    }
}
