package io.soam.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.servers.Database;
import io.soam.servers.Persistence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class SourceRegistryIT {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SourceFilter ALL = new SourceFilter(null, null, null, false);
    private static final SourceOrder.Directed BY_NAME =
            new SourceOrder.Directed(SourceOrder.NAME, false);

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

    @BeforeEach
    void register() throws Exception {
        database.execute("truncate soam.data_sources cascade");
        with(registry -> registry.provide(source("Zoo", "z"), "test"));
        with(registry -> registry.provide(source("alley", "a"), "test"));
        with(registry -> registry.provide(source("Bridge", "b"), "test"));
        changed("Zoo", SourceStatus.ACTIVE);
        changed("Bridge", SourceStatus.ERROR);
        database.execute("update soam.data_sources set enabled = false where name = 'alley'");
    }

    @Test
    void providingAgain_followsTheConfigurationAndKeepsTheRest() {
        RegisteredSource again = with(registry -> registry.provide(source("Zoo", "moved"), "test"));

        assertThat(again.getConfig()).contains("moved");
        assertThat(again.getStatus()).isEqualTo(SourceStatus.ACTIVE);
        assertThat(again.getLastConnection()).isEqualTo(NOON);
        assertThat(names(ALL, BY_NAME)).hasSize(3);
    }

    @Test
    void providedForDemonstration_waitsUntilSomebodyWantsIt() {
        ProvidedSource demo =
                new ProvidedSource("Demo", "coap", Map.of("host", "localhost"), false);

        assertThat(with(registry -> registry.provide(demo, "test")).isWanted()).isFalse();
        RegisteredSource started =
                with(
                        registry -> {
                            RegisteredSource found =
                                    registry.find(demo.ingestionId()).orElseThrow();
                            found.want(true);
                            return found;
                        });
        assertThat(started.isWanted()).isTrue();
        assertThat(with(registry -> registry.provide(demo, "test")).isWanted()).isTrue();
    }

    @Test
    void sortsDisregardingCase_andPagesWithoutOverlap() {
        assertThat(names(ALL, BY_NAME)).containsExactly("alley", "Bridge", "Zoo");
        assertThat(names(ALL, new SourceOrder.Directed(SourceOrder.NAME, true)))
                .containsExactly("Zoo", "Bridge", "alley");
        assertThat(names(ALL, new SourceOrder.Directed(SourceOrder.LAST_CONNECTION, true)).get(0))
                .isEqualTo("Zoo");
        assertThat(names(ALL, new SourceOrder.Directed(SourceOrder.STATUS, false))).hasSize(3);
        assertThat(names(ALL, new SourceOrder.Directed(SourceOrder.TYPE_NAME, true))).hasSize(3);
        List<RegisteredSource> second = with(registry -> registry.find(ALL, BY_NAME, 1, 1));
        assertThat(second).extracting(RegisteredSource::getName).containsExactly("Bridge");
    }

    @Test
    void filters() {
        assertThat(names(new SourceFilter("RIDG", null, null, false), BY_NAME))
                .containsExactly("Bridge");
        assertThat(names(new SourceFilter("_mqtt", null, null, true), BY_NAME))
                .containsExactly("Bridge", "Zoo");
        assertThat(names(new SourceFilter(null, SourceStatus.ERROR, null, true), BY_NAME))
                .containsExactly("Bridge");
        assertThat(names(new SourceFilter(null, null, "mqtt", false), BY_NAME)).hasSize(3);
        assertThat(names(new SourceFilter(null, null, "coap", false), BY_NAME)).isEmpty();
        assertThat(names(new SourceFilter("%", null, null, false), BY_NAME)).isEmpty();
        long zoos = with(registry -> registry.count(new SourceFilter("zoo", null, null, true)));
        assertThat(zoos).isEqualTo(1);
    }

    @Test
    void statusesOfTheEnabledOnes() {
        Map<SourceStatus, Long> statuses = with(SourceRegistry::statuses);
        assertThat(statuses).isEqualTo(Map.of(SourceStatus.ACTIVE, 1L, SourceStatus.ERROR, 1L));
    }

    private static void changed(String name, SourceStatus status) throws Exception {
        database.execute(
                "update soam.data_sources set status = '%s', last_connection = %s where name = '%s'"
                        .formatted(
                                status.code(),
                                status == SourceStatus.ACTIVE ? "'" + NOON + "'" : "null",
                                name));
    }

    private static List<String> names(SourceFilter filter, SourceOrder.Directed order) {
        return with(registry -> registry.find(filter, order, 0, 50)).stream()
                .map(RegisteredSource::getName)
                .toList();
    }

    private static <T> T with(Function<SourceRegistry, T> work) {
        return persistence.call(entities -> work.apply(registry(entities)));
    }

    private static SourceRegistry registry(EntityManager entities) {
        SourceRegistry registry = new SourceRegistry();
        registry.entities = entities;
        registry.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return registry;
    }

    private static ProvidedSource source(String name, String broker) {
        return new ProvidedSource(name, "mqtt", Map.of("broker", broker), true);
    }
}
