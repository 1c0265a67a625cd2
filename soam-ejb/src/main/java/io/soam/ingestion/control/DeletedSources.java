package io.soam.ingestion.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was deleted, kept for a while so that it can be brought back as it was. */
@ApplicationScoped
@Transactional
public class DeletedSources {

    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext EntityManager entities;

    @Inject Clock clock;

    /**
     * A deleted data source.
     *
     * @param name its name
     * @param ingestionId its id in the lake
     * @param createdBy who had registered it
     */
    public record Deleted(String name, String ingestionId, String createdBy) {}

    /** Moves a data source here. */
    void keep(long id, String caller) {
        Instant now = clock.instant();
        entities.createNativeQuery(
                        "delete from soam.deleted_data_sources where deleted_at < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        insert into soam.deleted_data_sources
                          (id, name, type_name, config, ingestion_id, enabled, revision, version,
                           created_by, created_at, deleted_by, deleted_at)
                        select id, name, type_name, config, ingestion_id, enabled, revision, version,
                               created_by, created_at, :caller, :now
                          from soam.data_sources where id = :id
                        """)
                .setParameter("caller", caller)
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** A deleted data source by its number. */
    public Optional<Deleted> find(long id) {
        List<?> rows =
                entities.createNativeQuery(
                                "select name, ingestion_id, created_by from soam.deleted_data_sources"
                                        + " where id = :id",
                                Object[].class)
                        .setParameter("id", id)
                        .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Deleted((String) row[0], (String) row[1], (String) row[2]))
                .findFirst();
    }

    /** Moves a data source back, under its old number. */
    void bringBack(long id, String caller) {
        entities.createNativeQuery(
                        """
                        with back as (delete from soam.deleted_data_sources where id = :id returning *)
                        insert into soam.data_sources
                          (id, name, type_name, config, ingestion_id, enabled, wanted, revision, version,
                           created_by, created_at, updated_by, updated_at)
                        overriding system value
                        select id, name, type_name, config, ingestion_id, enabled, true, revision + 1,
                               version + 1, created_by, created_at, :caller, :now
                          from back
                        """)
                .setParameter("caller", caller)
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }
}
