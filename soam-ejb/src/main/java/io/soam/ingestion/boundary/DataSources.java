package io.soam.ingestion.boundary;

import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.control.Connectors;
import io.soam.ingestion.control.SourceFilter;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Map;

/** Lists the data sources and tells how they are doing. */
@Stateless
public class DataSources {

    @Inject SourceRegistry registry;
    @Inject Connectors connectors;

    /** The data sources that are wanted, sorted and paged by the database. */
    @RolesAllowed(Roles.VIEWER)
    public Page<DataSourceView> list(@Valid DataSourceQuery query, @Valid PageRequest request) {
        SourceFilter filter =
                new SourceFilter(query.text(), query.statusWanted(), query.enabledOnly());
        return new Page<>(
                registry.find(filter, query.order(), request.offset(), request.pageSize()).stream()
                        .map(this::view)
                        .toList(),
                registry.count(filter),
                request.page(),
                request.pageSize());
    }

    /**
     * One data source.
     *
     * @throws UnknownDataSourceException if there is none of that number
     */
    @RolesAllowed(Roles.VIEWER)
    public DataSourceView one(long id) {
        return view(source(id));
    }

    /**
     * How a data source is doing: as its connector here says, or else as the database has it.
     *
     * @throws UnknownDataSourceException if there is none of that number
     */
    @RolesAllowed(Roles.VIEWER)
    public SourceHealthView health(long id) {
        RegisteredSource source = source(id);
        return connectors
                .health(source.getIngestionId())
                .map(health -> running(source, health))
                .orElseGet(() -> notRunning(source));
    }

    private RegisteredSource source(long id) {
        return registry.find(id).orElseThrow(() -> new UnknownDataSourceException(id));
    }

    private DataSourceView view(RegisteredSource source) {
        return new DataSourceView(
                source.getId(),
                source.getName(),
                source.getTypeName(),
                connectors.displayName(source.getTypeName()),
                connectors.publicConfig(source),
                source.getIngestionId(),
                source.isEnabled(),
                source.getStatus().code(),
                source.getCreatedBy(),
                source.getLastConnection(),
                source.getLastError());
    }

    private static SourceHealthView running(RegisteredSource source, ConnectorHealth health) {
        boolean healthy = health.status() == SourceStatus.ACTIVE;
        return new SourceHealthView(
                health.status().code(),
                healthy,
                true,
                healthy ? "Connected; messages come in." : message(health.status(), health.error()),
                health.lastSuccess(),
                source.getLastConnection(),
                health.error(),
                health.details());
    }

    private static SourceHealthView notRunning(RegisteredSource source) {
        boolean healthy = source.getStatus() == SourceStatus.ACTIVE;
        return new SourceHealthView(
                source.getStatus().code(),
                healthy,
                false,
                healthy
                        ? "Connected on another server."
                        : message(source.getStatus(), source.getLastError()),
                source.getLastConnection(),
                source.getLastConnection(),
                source.getLastError(),
                Map.of());
    }

    private static String message(SourceStatus status, String error) {
        if (error != null) {
            return error;
        }
        return status == SourceStatus.CONNECTING ? "Connecting; no answer yet." : "Not running.";
    }
}
