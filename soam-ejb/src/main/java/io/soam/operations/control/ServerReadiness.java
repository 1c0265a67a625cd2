package io.soam.operations.control;

import io.soam.enrichment.control.PipelineWatch;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SpoolState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this replica can take work: the database is migrated and the spool is open. It does not
 * look at other services: their outage is ridden out here, and taking every replica out of the load
 * balancer would hide from people what {@code /api/ready} and the portal tell them.
 */
@Readiness
@ApplicationScoped
public class ServerReadiness implements HealthCheck {

    @Inject SpoolAccess spool;
    @Inject PipelineWatch pipeline;

    @Override
    public HealthCheckResponse call() {
        SpoolState state = spool.state();
        return HealthCheckResponse.named("soam")
                .status(
                        state.condition() != SpoolState.Condition.CLOSED
                                && pipeline.hasSeenTheCatalogue())
                .withData("spool", state.condition().name())
                .withData("spool_bytes", state.bytes())
                .build();
    }
}
