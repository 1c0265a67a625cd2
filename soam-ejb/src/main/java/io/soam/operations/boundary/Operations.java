package io.soam.operations.boundary;

import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SpoolState;
import io.soam.operations.control.CityWatch;
import io.soam.operations.control.Part;
import io.soam.operations.control.Readiness;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;

/** Tells how SOAM itself is doing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Operations {

    private static final String OBJECT_STORE = Part.OBJECT_STORE.code();

    @Inject Readiness readiness;
    @Inject CityWatch city;
    @Inject SpoolAccess spool;

    /** Asks every part, each for at most 3 seconds; the result is used for 2 seconds. */
    @PermitAll
    public ReadinessReport readiness() {
        return readiness.report();
    }

    /** How this server itself is doing. Asks nobody. */
    @PermitAll
    public HealthReport health() {
        SpoolState spooled = spool.state();
        CitySnapshot known = city.now();
        String store =
                known.parts().stream()
                        .filter(part -> part.name().equals(OBJECT_STORE))
                        .map(part -> part.up() ? "up" : "down")
                        .findFirst()
                        .orElse("unknown");
        return new HealthReport(
                spooled.condition().name().toLowerCase(Locale.ROOT),
                spooled.bytes(),
                store,
                known.activeSources(),
                known.failingSources());
    }

    /** What the page Home shows, as it stood a second or two ago. Asks nobody. */
    @RolesAllowed(Roles.VIEWER)
    public CitySnapshot cityNow() {
        return city.now();
    }
}
