package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The data sources as the database knows them. */
@ApplicationScoped
@Transactional
public class SourceRegistry {

    /** Number of the database lock under which the server's own data sources are registered. */
    private static final long PROVIDING_LOCK = 0x50c0_0002L;

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
        return entities.createNamedQuery(RegisteredSource.BY_INGESTION_ID, RegisteredSource.class)
                .setParameter("ingestionId", ingestionId.value())
                .getResultStream()
                .findFirst();
    }

    /** The data sources that a filter lets through, in an order. */
    public List<RegisteredSource> find(
            SourceFilter filter, SourceOrder.Directed order, int offset, int limit) {
        return filtered("select s", order.clause(), filter, RegisteredSource.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many data sources a filter lets through. */
    public long count(SourceFilter filter) {
        return filtered("select count(s)", "", filter, Long.class).getSingleResult();
    }

    /** How many enabled data sources have each status. */
    public Map<SourceStatus, Long> statuses() {
        return entities.createQuery(
                        "select s.status, count(s) from RegisteredSource s where s.enabled group by"
                                + " s.status",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (SourceStatus) row[0], row -> (Long) row[1]));
    }

    /** The data sources that are to run. */
    List<WantedSource> wanted() {
        return entities.createQuery(
                        "select new io.soam.ingestion.control.WantedSource(s.id, s.ingestionId,"
                                + " s.revision) from RegisteredSource s where s.enabled and s.wanted",
                        WantedSource.class)
                .getResultList();
    }

    /** Names of all data sources by ingestion id, for components that only show them. */
    public Map<String, String> names() {
        return entities.createQuery(
                        "select s.ingestionId, s.name from RegisteredSource s", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private <T> TypedQuery<T> filtered(
            String select, String order, SourceFilter filter, Class<T> type) {
        StringBuilder query =
                new StringBuilder(select).append(" from RegisteredSource s where 1 = 1");
        if (filter.enabledOnly()) {
            query.append(" and s.enabled");
        }
        if (filter.status() != null) {
            query.append(" and s.status = :status");
        }
        if (filter.typeName() != null) {
            query.append(" and s.typeName = :typeName");
        }
        boolean text = filter.text() != null && !filter.text().isBlank();
        if (text) {
            query.append(
                    " and (locate(:text, lower(s.name)) > 0 or locate(:text, s.ingestionId) > 0)");
        }
        TypedQuery<T> result = entities.createQuery(query.append(order).toString(), type);
        if (filter.status() != null) {
            result.setParameter("status", filter.status());
        }
        if (filter.typeName() != null) {
            result.setParameter("typeName", filter.typeName());
        }
        if (text) {
            result.setParameter("text", filter.text().strip().toLowerCase(Locale.ROOT));
        }
        return result;
    }

    /**
     * Registers a data source that the server itself provides. If it is registered already, it
     * follows the configuration: the broker may have moved.
     */
    RegisteredSource provide(ProvidedSource provided, String createdBy) {
        // Replicas that start together would both find it missing.
        lock(PROVIDING_LOCK);
        Optional<RegisteredSource> known = find(provided.ingestionId());
        if (known.isPresent()) {
            follow(known.get(), provided.config());
            return known.get();
        }
        RegisteredSource source = provided.registered(createdBy, clock.instant());
        entities.persist(source);
        return source;
    }

    private void follow(RegisteredSource known, String config) {
        if (!Json.read(known.getConfig(), JsonNode.class)
                .equals(Json.read(config, JsonNode.class))) {
            known.reconfigure(config, clock.instant());
        }
    }

    /** Lets one transaction after the other pass. */
    void lock(long number) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", number)
                .getSingleResult();
    }
}
