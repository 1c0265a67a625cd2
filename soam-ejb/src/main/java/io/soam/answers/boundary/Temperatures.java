package io.soam.answers.boundary;

import io.soam.answers.control.TemperatureAnswers;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * Answers questions about temperatures. While Spark is away the last known rows are given, and why.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Temperatures {

    @Inject TemperatureAnswers answers;

    /** One-minute averages of the last minutes, by time and sensor. */
    @RolesAllowed(Roles.VIEWER)
    public Answer<TemperatureAverage> averages(
            @Min(value = 1, message = "Ask for at least 1 minute.")
                    @Max(value = 1_440, message = "Ask for at most 1,440 minutes.")
                    int minutes) {
        return answers.averages(Duration.ofMinutes(minutes));
    }

    /** Alerts with a reading above the limit in the last minutes, newest first. */
    @RolesAllowed(Roles.VIEWER)
    public Answer<TemperatureAlert> alerts(
            @Min(value = 1, message = "Ask for at least 1 minute.")
                    @Max(value = 1_440, message = "Ask for at most 1,440 minutes.")
                    int sinceMinutes) {
        return answers.alerts(Duration.ofMinutes(sinceMinutes));
    }
}
