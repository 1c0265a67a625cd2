package io.soam.batch.enrichment;

import io.soam.platform.boundary.Roles;
import io.soam.platform.config.ConfigKey;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The continuous enrichment for those who operate it. Both requests are kept in the database, so
 * they reach the replica that runs the job whichever replica receives them, and a stop outlives a
 * restart of the servers. The state is in table {@code enrichment_applications}.
 */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class EnrichmentJob {

    /** Name of the job and of its XML. */
    public static final String NAME = "enrichment";

    /** What an operator can set. */
    public static final List<ConfigKey<?>> KEYS = EnrichmentConfig.KEYS;

    @Inject EnrichmentApplications applications;

    @Resource SessionContext session;

    /** Asks for the application to run, within seconds; without effect if it does. */
    public void start() {
        applications.want(true, caller());
    }

    /**
     * Asks for the application to end after its micro-batch and to stay down until {@link
     * #start()}; without effect if it is down.
     */
    public void stop() {
        applications.want(false, caller());
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }
}
