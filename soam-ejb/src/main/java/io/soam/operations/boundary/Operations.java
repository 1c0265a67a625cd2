package io.soam.operations.boundary;

import io.soam.operations.control.CityWatch;
import io.soam.operations.control.Readiness;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells how SOAM itself is doing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Operations {

    @Inject Readiness readiness;
    @Inject CityWatch city;

    /** Asks every part, each for at most 3 seconds; the result is used for 2 seconds. */
    @PermitAll
    public ReadinessReport readiness() {
        return readiness.report();
    }

    /** What the page Home shows, as it stood a second or two ago. Asks nobody. */
    @RolesAllowed(Roles.VIEWER)
    public CitySnapshot cityNow() {
        return city.now();
    }
}
