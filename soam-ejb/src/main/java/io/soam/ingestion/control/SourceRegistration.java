package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.boundary.DataSourceConflictException;
import io.soam.ingestion.boundary.InvalidDataSourceException;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.InvalidSetting;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.platform.control.Json;
import io.soam.replicas.control.Replicas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Changes the registry of data sources. What connectors do follows once it is committed. */
@ApplicationScoped
@Transactional
public class SourceRegistration {

    /** Names and registrations are few; one at a time makes "create" idempotent. */
    private static final long REGISTERING_LOCK = 0x50c0_0003L;

    @PersistenceContext EntityManager entities;

    @Inject SourceRegistry registry;

    @Inject DeletedSources deleted;

    @Inject Connectors connectors;

    @Inject SettingsCheck check;

    @Inject SourceSecrets secrets;

    @Inject Replicas replicas;

    @Inject Clock clock;

    /**
     * What came of a registration.
     *
     * @param source the data source
     * @param created false if the very same was there already
     */
    public record Registered(RegisteredSource source, boolean created) {}

    /**
     * Registers a data source, unless the very same is registered.
     *
     * @throws InvalidDataSourceException if type or configuration cannot be used
     * @throws DataSourceConflictException if name and type belong to one that is configured
     *     otherwise
     */
    public Registered create(
            String name, String typeName, JsonNode config, boolean enabled, String caller) {
        ConnectorType type = type(typeName);
        ObjectNode complete = secrets.complete(object(config), object(null), type);
        requireValid(complete, type);
        registry.lock(REGISTERING_LOCK);
        IngestionId id = IngestionId.ofSource(name, typeName);
        Optional<RegisteredSource> known = registry.find(id);
        if (known.isPresent()) {
            return same(known.get(), name, complete);
        }
        RegisteredSource source =
                new RegisteredSource(
                        name,
                        typeName,
                        Json.write(secrets.seal(complete, type, id.value())),
                        caller,
                        clock.instant());
        source.enable(enabled);
        entities.persist(source);
        noted(source, caller, "registered");
        return new Registered(source, true);
    }

    private Registered same(RegisteredSource known, String name, JsonNode config) {
        if (secrets.open(known.getConfig(), known.getIngestionId()).equals(config)
                && known.getName().equals(name)) {
            return new Registered(known, false);
        }
        throw new DataSourceConflictException(
                "Name and type give the ingestion id %s, which belongs to data source %d ('%s') with another configuration. Change that one, or choose another name."
                        .formatted(known.getIngestionId(), known.getId(), known.getName()));
    }

    /**
     * Changes a data source; null leaves a part as it is. A running connector is replaced if the
     * configuration has changed.
     *
     * @param version the version that the caller has seen; null if he does not care
     * @throws InvalidDataSourceException if the configuration cannot be used
     * @throws DataSourceConflictException if somebody else has changed it meanwhile
     */
    public void change(
            RegisteredSource source,
            String name,
            JsonNode config,
            Boolean enabled,
            Integer version,
            String caller) {
        if (version != null && version != source.getVersion()) {
            throw new DataSourceConflictException(
                    "%s has changed data source %d meanwhile; it is at version %d, not %d. Read it again and repeat your change."
                            .formatted(
                                    source.getUpdatedBy(),
                                    source.getId(),
                                    source.getVersion(),
                                    version));
        }
        if (name != null) {
            source.rename(name);
        }
        if (enabled != null) {
            source.enable(enabled);
        }
        if (config != null) {
            reconfigure(source, object(config));
        }
        noted(source, caller, "changed");
    }

    private void reconfigure(RegisteredSource source, JsonNode config) {
        ConnectorType type = type(source.getTypeName());
        ObjectNode known = secrets.open(source.getConfig(), source.getIngestionId());
        ObjectNode complete = secrets.complete(config, known, type);
        requireValid(complete, type);
        if (!complete.equals(known)) {
            source.reconfigure(
                    Json.write(secrets.seal(complete, type, source.getIngestionId())),
                    clock.instant());
        }
    }

    /**
     * Starts a data source, or stops it until it is started again.
     *
     * @throws DataSourceConflictException if it is to start but is disabled
     */
    public void want(RegisteredSource source, boolean wanted, String caller) {
        if (wanted) {
            requireEnabled(source);
        }
        if (source.isWanted() != wanted) {
            source.want(wanted);
            noted(source, caller, wanted ? "started" : "stopped");
        }
    }

    /**
     * Replaces the connector of a data source by a new one.
     *
     * @throws DataSourceConflictException if it is disabled
     */
    public void restart(RegisteredSource source, String caller) {
        requireEnabled(source);
        source.restart();
        noted(source, caller, "restarted");
    }

    /** Deletes a data source; what it has brought stays in the lake. */
    public void delete(RegisteredSource source, String caller) {
        deleted.keep(source.getId(), caller);
        entities.remove(source);
        entities.flush();
        IngestionLog.LOG.sourceTouched(
                source.getName(), source.getIngestionId(), "deleted", caller);
        replicas.changed();
    }

    /**
     * Brings a deleted data source back.
     *
     * @throws DataSourceConflictException if another of its name and type is registered meanwhile
     */
    public RegisteredSource restore(long id, DeletedSources.Deleted known, String caller) {
        registry.lock(REGISTERING_LOCK);
        registry.find(new IngestionId(known.ingestionId()))
                .ifPresent(
                        other -> {
                            throw new DataSourceConflictException(
                                    "Data source %d has the ingestion id %s meanwhile. Delete that one first."
                                            .formatted(other.getId(), other.getIngestionId()));
                        });
        deleted.bringBack(id, caller);
        RegisteredSource source = registry.find(id).orElseThrow();
        noted(source, caller, "restored");
        return source;
    }

    /**
     * A configuration to be tried out, completed by the secrets of a registered data source.
     *
     * @param source null if there is none
     * @throws InvalidDataSourceException if type or configuration cannot be used
     */
    public ObjectNode tryable(String typeName, JsonNode config, RegisteredSource source) {
        ConnectorType type = type(typeName);
        JsonNode known =
                source == null
                        ? object(null)
                        : secrets.open(source.getConfig(), source.getIngestionId());
        ObjectNode complete = secrets.complete(object(config), known, type);
        requireValid(complete, type);
        return complete;
    }

    private ConnectorType type(String name) {
        return connectors
                .type(name)
                .orElseThrow(
                        () ->
                                invalid(
                                        "type_name",
                                        "There is no connector type '%s'. Known are %s."
                                                .formatted(name, connectors.typeNames())));
    }

    private void requireValid(ObjectNode config, ConnectorType type) {
        List<InvalidSetting> problems = check.problems(config, type);
        if (!problems.isEmpty()) {
            throw new InvalidDataSourceException(problems);
        }
        try {
            // What a schema cannot say, such as the rules for wildcards of topics.
            type.exclusive(config);
        } catch (InvalidSourceConfigurationException e) {
            throw invalid("", e.getMessage());
        }
    }

    private static InvalidDataSourceException invalid(String setting, String message) {
        return new InvalidDataSourceException(List.of(new InvalidSetting(setting, message)));
    }

    private static ObjectNode object(JsonNode config) {
        if (config == null || config.isNull()) {
            return Json.mapper().createObjectNode();
        }
        if (config instanceof ObjectNode settings) {
            return settings;
        }
        throw invalid("", "The configuration must be an object of settings.");
    }

    private static void requireEnabled(RegisteredSource source) {
        if (!source.isEnabled()) {
            throw new DataSourceConflictException(
                    "Data source %d is disabled. Enable it first.".formatted(source.getId()));
        }
    }

    private void noted(RegisteredSource source, String caller, String what) {
        source.changedBy(caller, clock.instant());
        entities.flush();
        IngestionLog.LOG.sourceTouched(source.getName(), source.getIngestionId(), what, caller);
        replicas.changed();
    }
}
