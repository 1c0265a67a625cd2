package io.soam.ingestion.control;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The data sources as the database knows them. */
@ApplicationScoped
@Transactional
public class SourceRegistry {

    @PersistenceContext EntityManager entities;

    @Inject Clock clock;

    /** All data sources, by name. */
    public List<RegisteredSource> all() {
        return entities.createNamedQuery(RegisteredSource.ALL, RegisteredSource.class)
                .getResultList();
    }

    /** One data source by its number. */
    public Optional<RegisteredSource> find(long id) {
        return Optional.ofNullable(entities.find(RegisteredSource.class, id));
    }

    /** One data source by its ingestion id. */
    public Optional<RegisteredSource> find(IngestionId ingestionId) {
        return entities
                .createNamedQuery(RegisteredSource.BY_INGESTION_ID, RegisteredSource.class)
                .setParameter("ingestionId", ingestionId.value())
                .getResultStream()
                .findFirst();
    }

    /**
     * Registers a data source that the server itself provides. If it is registered already, it follows
     * the configuration: the broker may have moved.
     */
    RegisteredSource provide(String name, String typeName, String config, String createdBy) {
        Optional<RegisteredSource> known = find(IngestionId.ofSource(name, typeName));
        if (known.isPresent()) {
            known.get().reconfigure(config, clock.instant());
            return known.get();
        }
        RegisteredSource source =
                new RegisteredSource(name, typeName, config, createdBy, clock.instant());
        entities.persist(source);
        return source;
    }

    /** Notes what a connector reports. */
    void changed(IngestionId ingestionId, SourceStatus status, String error) {
        find(ingestionId).ifPresent(source -> source.changed(status, error, clock.instant()));
    }
}
