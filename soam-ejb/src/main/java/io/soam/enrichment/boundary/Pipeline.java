package io.soam.enrichment.boundary;

import io.soam.enrichment.control.PipelineStatus;
import io.soam.enrichment.control.PipelineWatch;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells what the pipeline is doing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Pipeline {

    @Inject PipelineWatch watch;

    /** The status, at most two seconds old. */
    @RolesAllowed(Roles.VIEWER)
    public StreamsStatus status() {
        return PipelineStatus.of(watch.state());
    }
}
