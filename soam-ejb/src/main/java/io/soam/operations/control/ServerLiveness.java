package io.soam.operations.control;

import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SpoolState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether only a restart can help this server: its spool has ended. An outage of another service is
 * no reason to restart this one, so none is asked here.
 */
@Liveness
@ApplicationScoped
public class ServerLiveness implements HealthCheck {

    @Inject SpoolAccess spool;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("spool")
                .status(spool.state().condition() != SpoolState.Condition.CLOSED)
                .build();
    }
}
