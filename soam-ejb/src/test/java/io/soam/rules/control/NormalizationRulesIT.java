package io.soam.rules.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.domain.rules.NormalizationRule;
import io.soam.rules.entity.StoredNormalizationRule;
import io.soam.servers.Database;
import io.soam.servers.Persistence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class NormalizationRulesIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static Database database;
    private static Persistence persistence;

    @BeforeAll
    static void start() throws Exception {
        database = Database.start();
        persistence = new Persistence(database);
    }

    @AfterAll
    static void stop() throws Exception {
        persistence.close();
        database.close();
    }

    @Test
    void seedsOnce_countsUse_andLeavesWhatSomeoneHasDisabled() throws Exception {
        assertThat(seeded()).isTrue();
        assertThat(seeded()).isFalse();
        assertThat(enabled())
                .hasSize(8)
                .contains(
                        new NormalizationRule(null, "sensor_id", "sensorId"),
                        new NormalizationRule(null, "ts", "timestamp"));

        persistence.inTransaction(
                entities ->
                        rules(entities).applied(Map.of("sensor_id", 980L, "unknown", 5L), NOON));
        persistence.inTransaction(
                entities -> rules(entities).applied(Map.of("sensor_id", 20L), NOON.plusSeconds(1)));
        StoredNormalizationRule used =
                persistence.call(
                        entities ->
                                entities.createQuery(
                                                "select r from StoredNormalizationRule r where r.rawKey = 'sensor_id'",
                                                StoredNormalizationRule.class)
                                        .getSingleResult());
        assertThat(used.getAppliedCount()).isEqualTo(1_000);
        assertThat(used.getLastAppliedAt()).isEqualTo(NOON.plusSeconds(1));

        database.execute(
                "update soam.normalization_rules set enabled = false where raw_key = 'ts'");
        assertThat(seeded()).isFalse();
        assertThat(enabled()).hasSize(7);
    }

    private static boolean seeded() {
        return persistence.call(entities -> rules(entities).seed());
    }

    private static List<NormalizationRule> enabled() {
        return persistence.call(entities -> rules(entities).enabled());
    }

    private static NormalizationRules rules(EntityManager entities) {
        NormalizationRules rules = new NormalizationRules();
        rules.entities = entities;
        rules.clock = Clock.systemUTC();
        return rules;
    }
}
