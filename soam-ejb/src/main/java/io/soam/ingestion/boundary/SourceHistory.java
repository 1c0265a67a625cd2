package io.soam.ingestion.boundary;

import io.soam.ingestion.control.SourceEvents;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;

/** Tells what became of a data source: when it was connected, when it failed and why. */
@Stateless
public class SourceHistory {

    @Inject SourceRegistry registry;

    @Inject SourceEvents events;

    /**
     * The changes of the state of a data source on all replicas, the newest first; the newest 200
     * of the last 30 days are kept.
     *
     * @throws UnknownDataSourceException if there is none of that number
     */
    @RolesAllowed(Roles.VIEWER)
    public Page<SourceEventView> events(
            long id, @Valid SourceEventQuery query, @Valid PageRequest request) {
        if (registry.find(id).isEmpty()) {
            throw new UnknownDataSourceException(id);
        }
        return new Page<>(
                events.find(id, query.statusWanted(), request.offset(), request.pageSize()).stream()
                        .map(SourceEventView::of)
                        .toList(),
                events.count(id, query.statusWanted()),
                request.page(),
                request.pageSize());
    }
}
