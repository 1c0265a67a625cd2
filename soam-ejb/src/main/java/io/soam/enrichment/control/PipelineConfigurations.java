package io.soam.enrichment.control;

import io.soam.devices.control.DeviceAdmission;
import io.soam.devices.control.DevicesChanged;
import io.soam.domain.enrichment.PipelineConfiguration;
import io.soam.platform.control.Json;
import io.soam.rules.control.NormalizationRules;
import io.soam.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Publishes what the pipeline works with. An edit of a rule, a device or a threshold makes the next
 * version in its own transaction: the pipeline sees either both or neither, and from its next
 * micro-batch on.
 */
@ApplicationScoped
@Transactional
public class PipelineConfigurations {

    /** Number of the database lock that gives versions one after the other. */
    private static final long VERSIONS_LOCK = 0x50c0_0001L;

    private static final String SYSTEM = "system";

    @PersistenceContext EntityManager entities;

    @Inject NormalizationRules rules;

    @Inject DeviceAdmission admission;

    @Inject Settings settings;

    /** Makes what a new installation needs, and the first version. */
    public void seed() {
        lock();
        boolean seeded = rules.seed();
        seeded |= settings.seed();
        if (seeded || latestVersion() == 0) {
            publish(SYSTEM, "seeded");
        }
    }

    void devicesChanged(@Observes DevicesChanged change) {
        publish(change.by(), change.what());
    }

    private void publish(String by, String reason) {
        lock();
        entities.flush();
        PipelineConfiguration next =
                new PipelineConfiguration(
                        latestVersion() + 1,
                        rules.enabled(),
                        admission.current(),
                        settings.temperatureThreshold());
        entities.createNativeQuery(
                        "insert into soam.pipeline_configurations (version, document, reason, created_by)"
                                + " values (:version, cast(:document as jsonb), :reason, :by)")
                .setParameter("version", next.version())
                .setParameter("document", Json.write(next))
                .setParameter("reason", reason)
                .setParameter("by", by)
                .executeUpdate();
    }

    /** The newest version; 0 before the first. */
    public long latestVersion() {
        return ((Number)
                        entities.createNativeQuery(
                                        "select coalesce(max(version), 0) from"
                                                + " soam.pipeline_configurations")
                                .getSingleResult())
                .longValue();
    }

    /** Two edits at once must not make the same version, nor one that misses the other's change. */
    private void lock() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", VERSIONS_LOCK)
                .getSingleResult();
    }
}
