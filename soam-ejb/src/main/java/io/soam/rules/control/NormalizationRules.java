package io.soam.rules.control;

import io.soam.domain.rules.NormalizationRule;
import io.soam.rules.entity.StoredNormalizationRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The normalisation rules in the database. */
@ApplicationScoped
@Transactional
public class NormalizationRules {

    private static final String SYSTEM = "system";

    /** Raw keys of the rules that a new installation has, by canonical key. */
    private static final Map<String, List<String>> SEEDS =
            Map.of(
                    "sensorId", List.of("sensorid", "sensor_id", "sensor-id"),
                    "temperature", List.of("temperature"),
                    "humidity", List.of("humidity"),
                    "timestamp", List.of("timestamp", "time", "ts"));

    @PersistenceContext EntityManager entities;

    @Inject Clock clock;

    /** The rules that hold. */
    public List<NormalizationRule> enabled() {
        return entities.createNamedQuery(
                        StoredNormalizationRule.ENABLED, StoredNormalizationRule.class)
                .getResultStream()
                .map(StoredNormalizationRule::rule)
                .toList();
    }

    /**
     * Makes the rules of a new installation that are missing. A seed that someone has changed or
     * disabled is left alone, because its key is taken.
     *
     * @return whether there were any to make
     */
    public boolean seed() {
        Set<String> taken =
                Set.copyOf(
                        entities.createQuery(
                                        "select r.rawKey from StoredNormalizationRule r"
                                                + " where r.ingestionId is null",
                                        String.class)
                                .getResultList());
        Set<NormalizationRule> missing =
                SEEDS.entrySet().stream()
                        .flatMap(
                                seed ->
                                        seed.getValue().stream()
                                                .map(
                                                        raw ->
                                                                new NormalizationRule(
                                                                        null, raw, seed.getKey())))
                        .filter(rule -> !taken.contains(rule.rawKey()))
                        .collect(Collectors.toSet());
        missing.forEach(
                rule ->
                        entities.persist(
                                new StoredNormalizationRule(rule, SYSTEM, clock.instant())));
        return !missing.isEmpty();
    }

    /**
     * Notes how often rules were applied.
     *
     * @param counts applications by raw key
     */
    public void applied(Map<String, Long> counts, Instant at) {
        counts.forEach(
                (rawKey, count) ->
                        entities.createNamedQuery(StoredNormalizationRule.APPLIED)
                                .setParameter("count", count)
                                .setParameter("at", at)
                                .setParameter("rawKey", rawKey)
                                .executeUpdate());
    }
}
