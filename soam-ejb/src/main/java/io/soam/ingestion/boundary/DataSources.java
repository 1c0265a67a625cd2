package io.soam.ingestion.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.ConnectorDescription;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.InvalidSetting;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.connector.Trial;
import io.soam.ingestion.control.Connectors;
import io.soam.ingestion.control.DeletedSources;
import io.soam.ingestion.control.SourceCondition;
import io.soam.ingestion.control.SourceFilter;
import io.soam.ingestion.control.SourceRegistration;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.ingestion.control.SourceStates;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.platform.boundary.NotPermittedException;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import io.soam.platform.control.Json;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The data sources: what is connected, how it is doing, and how to change that. */
@Stateless
public class DataSources {

    private static final Duration TRIAL = Duration.ofSeconds(10);

    /** Each holds a thread and a connection for as long as a trial may take. */
    private static final Semaphore TRIALS = new Semaphore(8);

    @Inject SourceRegistry registry;
    @Inject SourceRegistration registration;
    @Inject DeletedSources deleted;
    @Inject Connectors connectors;
    @Inject SourceStates states;

    @Resource SessionContext session;

    /** The kinds of data sources there are, by their names for people. */
    @RolesAllowed(Roles.VIEWER)
    public List<ConnectorTypeView> types() {
        return connectors.types().stream().map(DataSources::view).toList();
    }

    /** The data sources that are wanted, sorted and paged by the database. */
    @RolesAllowed(Roles.VIEWER)
    public Page<DataSourceView> list(@Valid DataSourceQuery query, @Valid PageRequest request) {
        SourceFilter filter =
                new SourceFilter(
                        query.text(), query.statusWanted(), query.typeName(), query.enabledOnly());
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
     * How a data source is doing on all replicas, as they told a second or two ago.
     *
     * @throws UnknownDataSourceException if there is none of that number
     */
    @RolesAllowed(Roles.VIEWER)
    public SourceHealthView health(long id) {
        SourceCondition condition =
                states.condition(id).orElseThrow(() -> new UnknownDataSourceException(id));
        return HealthViews.of(source(id), condition, states.ofServers(id));
    }

    /**
     * Registers a data source, unless the very same is registered already.
     *
     * @throws InvalidDataSourceException if type or configuration cannot be used
     * @throws DataSourceConflictException if name and type belong to one that is configured
     *     otherwise
     */
    @RolesAllowed(Roles.USER)
    public CreatedDataSource create(@Valid NewDataSource source) {
        SourceRegistration.Registered registered =
                registration.create(
                        source.name().strip(),
                        source.typeName(),
                        source.config(),
                        source.startsAtOnce(),
                        caller());
        return new CreatedDataSource(view(registered.source()), registered.created());
    }

    /**
     * Changes a data source. A running connector is replaced if its configuration has changed.
     *
     * @throws UnknownDataSourceException if there is none of that number
     * @throws NotPermittedException if it is not the caller's
     * @throws InvalidDataSourceException if the configuration cannot be used
     * @throws DataSourceConflictException if somebody else has changed it meanwhile
     */
    @RolesAllowed(Roles.USER)
    public DataSourceView update(long id, @Valid DataSourceChange change) {
        RegisteredSource source = changeable(id);
        registration.change(
                source,
                change.name() == null ? null : change.name().strip(),
                change.config(),
                change.enabled(),
                change.version(),
                caller());
        return view(source);
    }

    /**
     * Deletes a data source and stops it; what it has brought stays.
     *
     * @throws UnknownDataSourceException if there is none of that number
     * @throws NotPermittedException if it is not the caller's
     */
    @RolesAllowed(Roles.USER)
    public void delete(long id) {
        registration.delete(changeable(id), caller());
    }

    /**
     * Brings a data source back that was deleted within the last 30 days, and starts it.
     *
     * @throws UnknownDataSourceException if none of that number was deleted
     * @throws NotPermittedException if it was not the caller's
     * @throws DataSourceConflictException if another one has its place meanwhile
     */
    @RolesAllowed(Roles.USER)
    public DataSourceView restore(long id) {
        DeletedSources.Deleted known =
                deleted.find(id).orElseThrow(() -> new UnknownDataSourceException(id));
        requireRight(known.createdBy(), known.name());
        return view(registration.restore(id, known, caller()));
    }

    /**
     * Starts a data source; it runs until it is stopped.
     *
     * @throws UnknownDataSourceException if there is none of that number
     * @throws NotPermittedException if it is neither the caller's nor the system's
     * @throws DataSourceConflictException if it is disabled
     */
    @RolesAllowed(Roles.USER)
    public DataSourceView start(long id) {
        RegisteredSource source = operable(id);
        registration.want(source, true, caller());
        return view(source);
    }

    /**
     * Stops a data source; it stays stopped until it is started, also if servers restart.
     *
     * @throws UnknownDataSourceException if there is none of that number
     * @throws NotPermittedException if it is neither the caller's nor the system's
     */
    @RolesAllowed(Roles.USER)
    public DataSourceView stop(long id) {
        RegisteredSource source = operable(id);
        registration.want(source, false, caller());
        return view(source);
    }

    /**
     * Replaces the connector of a data source by a new one, or starts it.
     *
     * @throws UnknownDataSourceException if there is none of that number
     * @throws NotPermittedException if it is neither the caller's nor the system's
     * @throws DataSourceConflictException if it is disabled
     */
    @RolesAllowed(Roles.USER)
    public DataSourceView restart(long id) {
        RegisteredSource source = operable(id);
        registration.restart(source, caller());
        return view(source);
    }

    /**
     * Tries a configuration out: reaches the other side and brings a few messages, which are not
     * stored. Takes ten seconds at most.
     *
     * @throws InvalidDataSourceException if type or configuration cannot be used
     * @throws NotPermittedException if its secrets are to come from a source that is not the
     *     caller's
     * @throws TrialRefusedException if too many are tried out at once
     */
    @RolesAllowed(Roles.USER)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TrialView trial(@Valid TrialRequest request) {
        RegisteredSource known = request.id() == null ? null : changeable(request.id());
        JsonNode config = registration.tryable(request.typeName(), request.config(), known);
        if (!TRIALS.tryAcquire()) {
            throw new TrialRefusedException(
                    "Too many configurations are being tried out. Try again in some seconds.");
        }
        try {
            return view(connectors.type(request.typeName()).orElseThrow().trial(config, TRIAL));
        } catch (InvalidSourceConfigurationException e) {
            throw new InvalidDataSourceException(List.of(new InvalidSetting("", e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrialRefusedException("The server is stopping. Try again in a minute.");
        } finally {
            TRIALS.release();
        }
    }

    private RegisteredSource changeable(long id) {
        RegisteredSource source = source(id);
        requireRight(source.getCreatedBy(), source.getName());
        return source;
    }

    private RegisteredSource operable(long id) {
        RegisteredSource source = source(id);
        if (!source.isOfTheSystem()) {
            requireRight(source.getCreatedBy(), source.getName());
        }
        return source;
    }

    private void requireRight(String createdBy, String name) {
        if (!isMine(createdBy)) {
            throw new NotPermittedException(
                    "Data source '%s' was registered by %s. Only its creator or an administrator may do this."
                            .formatted(name, createdBy));
        }
    }

    private boolean isMine(String createdBy) {
        return session.isCallerInRole(Roles.ADMIN) || createdBy.equals(caller());
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }

    private RegisteredSource source(long id) {
        return registry.find(id).orElseThrow(() -> new UnknownDataSourceException(id));
    }

    private DataSourceView view(RegisteredSource source) {
        boolean user = session.isCallerInRole(Roles.USER);
        return new DataSourceView(
                source.getId(),
                source.getName(),
                source.getTypeName(),
                connectors.displayName(source.getTypeName()),
                connectors.publicConfig(source),
                connectors.secretsSet(source),
                source.getIngestionId(),
                source.isEnabled(),
                source.getStatus().code(),
                source.isWanted(),
                source.getCreatedBy(),
                source.getUpdatedBy(),
                source.getUpdatedAt(),
                source.getVersion(),
                user && isMine(source.getCreatedBy()),
                user && (source.isOfTheSystem() || isMine(source.getCreatedBy())),
                source.getLastConnection(),
                source.getLastError());
    }

    private static ConnectorTypeView view(ConnectorType type) {
        ConnectorDescription description = type.description();
        return new ConnectorTypeView(
                type.name(),
                description.displayName(),
                description.description(),
                description.icon(),
                description.category(),
                description.supportedFormats(),
                description.realTime(),
                Json.read(description.configSchema(), JsonNode.class));
    }

    private static TrialView view(Trial trial) {
        return new TrialView(
                trial.reached(),
                trial.message(),
                trial.samples().stream()
                        .map(sample -> new TrialView.Sample(sample.topic(), sample.payload()))
                        .toList());
    }
}
