package io.soam.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.boundary.DataSourceConflictException;
import io.soam.ingestion.boundary.InvalidDataSourceException;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.control.SourceRegistration.Registered;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.mqtt.MqttConnectorType;
import io.soam.platform.control.Json;
import io.soam.platform.control.SecretCiphers;
import io.soam.replicas.control.Replicas;
import io.soam.servers.Database;
import io.soam.servers.Persistence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class SourceRegistrationIT {

    private static final String BROKER =
            "{\"broker\": \"b\", \"topics\": [\"t\"], \"username\": \"u\", \"password\": \"secret\"}";

    private static Database database;
    private static Persistence persistence;

    private final AtomicInteger changes = new AtomicInteger();

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
    void empty() throws Exception {
        database.execute("truncate soam.data_sources cascade");
        database.execute("truncate soam.deleted_data_sources");
    }

    @Test
    void theVerySameAgain_isTheSameSource() {
        Registered first = create(BROKER);
        Registered again = create(BROKER);

        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.source().getId()).isEqualTo(first.source().getId());
        assertThat(changes).hasValue(1);
    }

    @Test
    void manyAtOnce_registerOne() {
        List<CompletableFuture<Registered>> attempts =
                IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(BROKER)))
                        .toList();

        assertThat(attempts.stream().map(CompletableFuture::join).filter(Registered::created))
                .hasSize(1);
    }

    @Test
    void anotherConfigurationUnderTheSameName_isAConflictThatSaysWhose() {
        create(BROKER);

        assertThatThrownBy(() -> create("{\"broker\": \"other\", \"topics\": \"t\"}"))
                .isInstanceOf(DataSourceConflictException.class)
                .hasMessageContaining("_broker_mqtt")
                .hasMessageContaining("choose another name");
    }

    @Test
    void whatTheSchemaOrTheTypeForbids_isRefused() {
        assertThatThrownBy(() -> create("{\"broker\": \"b\", \"topics\": \"a#b\"}"))
                .isInstanceOf(InvalidDataSourceException.class)
                .hasMessageContaining("#");
        assertThatThrownBy(() -> create("{\"broker\": \"b\"}"))
                .isInstanceOf(InvalidDataSourceException.class)
                .hasMessageContaining("Topics is required");
        assertThatThrownBy(() -> create("[1]")).isInstanceOf(InvalidDataSourceException.class);
        assertThat(count()).isZero();
    }

    @Test
    void secretsAreSealedInTheDatabase_keptWhenLeftOut_andRemovedWhenNull() {
        long id = create(BROKER).source().getId();
        assertThat(stored(id)).doesNotContain("secret").contains("$sealed");

        change(id, "{\"broker\": \"c\", \"topics\": \"t\", \"username\": \"u\"}", null);
        assertThat(opened(id).path("password").asText()).isEqualTo("secret");
        assertThat(opened(id).path("broker").asText()).isEqualTo("c");

        change(id, "{\"broker\": \"c\", \"topics\": \"t\", \"password\": null}", null);
        assertThat(opened(id).has("password")).isFalse();
    }

    @Test
    void aChangeOfTheConfiguration_raisesTheRevision_anotherOneDoesNot() {
        long id = create(BROKER).source().getId();

        change(id, BROKER, null);
        assertThat(find(id).getRevision()).isEqualTo(1);
        change(id, "{\"broker\": \"moved\", \"topics\": \"t\", \"username\": \"u\"}", null);
        assertThat(find(id).getRevision()).isEqualTo(2);
        with(
                (registration, registry) -> {
                    registration.restart(registry.find(id).orElseThrow(), "ulf");
                    return null;
                });
        assertThat(find(id).getRevision()).isEqualTo(3);
    }

    @Test
    void aChangeOfWhatSomebodyElseHasChanged_isAConflict() {
        long id = create(BROKER).source().getId();
        int seen = find(id).getVersion();
        change(id, "{\"broker\": \"theirs\", \"topics\": \"t\", \"username\": \"u\"}", seen);

        assertThatThrownBy(
                        () ->
                                change(
                                        id,
                                        "{\"broker\": \"mine\", \"topics\": \"t\", \"username\": \"u\"}",
                                        seen))
                .isInstanceOf(DataSourceConflictException.class)
                .hasMessageContaining("Read it again");
        assertThat(opened(id).path("broker").asText()).isEqualTo("theirs");
    }

    @Test
    void stoppedIsStopped_untilItIsStarted_andADisabledOneCannotStart() {
        long id = create(BROKER).source().getId();

        want(id, false);
        assertThat(find(id).isWanted()).isFalse();
        want(id, true);
        assertThat(find(id).isWanted()).isTrue();
        with(
                (registration, registry) -> {
                    registration.change(
                            registry.find(id).orElseThrow(), null, null, false, null, "ulf");
                    return null;
                });
        assertThatThrownBy(() -> want(id, true))
                .isInstanceOf(DataSourceConflictException.class)
                .hasMessageContaining("Enable it first");
    }

    @Test
    void aDeletionCanBeUndone_underTheSameNumber() {
        long id = create(BROKER).source().getId();

        delete(id);
        assertThat(count()).isZero();
        RegisteredSource back = restore(id);

        assertThat(back.getId()).isEqualTo(id);
        assertThat(back.getCreatedBy()).isEqualTo("ulf");
        assertThat(opened(id).path("password").asText()).isEqualTo("secret");
        long next = create("Next", BROKER).source().getId();
        assertThat(next).isGreaterThan(id);
    }

    @Test
    void aDeletedSourceWhosePlaceIsTaken_staysDeleted() {
        long id = create(BROKER).source().getId();
        delete(id);
        create(BROKER);

        assertThatThrownBy(() -> restore(id))
                .isInstanceOf(DataSourceConflictException.class)
                .hasMessageContaining("Delete that one first");
    }

    private Registered create(String config) {
        return create("Broker", config);
    }

    private Registered create(String name, String config) {
        return with(
                (registration, registry) ->
                        registration.create(name, "mqtt", json(config), true, "ulf"));
    }

    private void change(long id, String config, Integer version) {
        with(
                (registration, registry) -> {
                    registration.change(
                            registry.find(id).orElseThrow(),
                            null,
                            json(config),
                            null,
                            version,
                            "ulf");
                    return null;
                });
    }

    private void want(long id, boolean wanted) {
        with(
                (registration, registry) -> {
                    registration.want(registry.find(id).orElseThrow(), wanted, "ulf");
                    return null;
                });
    }

    private void delete(long id) {
        with(
                (registration, registry) -> {
                    registration.delete(registry.find(id).orElseThrow(), "ulf");
                    return null;
                });
    }

    private RegisteredSource restore(long id) {
        return with(
                (registration, registry) ->
                        registration.restore(
                                id, registration.deleted.find(id).orElseThrow(), "ulf"));
    }

    private RegisteredSource find(long id) {
        return with((registration, registry) -> registry.find(id).orElseThrow());
    }

    private String stored(long id) {
        return find(id).getConfig();
    }

    private JsonNode opened(long id) {
        RegisteredSource source = find(id);
        return with(
                (registration, registry) ->
                        registration.secrets.open(source.getConfig(), source.getIngestionId()));
    }

    private int count() {
        return with((registration, registry) -> registry.all().size());
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }

    private <T> T with(BiFunction<SourceRegistration, SourceRegistry, T> work) {
        return persistence.call(
                entities -> {
                    SourceRegistration registration = registration(entities);
                    return work.apply(registration, registration.registry);
                });
    }

    private SourceRegistration registration(EntityManager entities) {
        Clock noon = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        SourceRegistration registration = new SourceRegistration();
        registration.entities = entities;
        registration.clock = noon;
        registration.registry = new SourceRegistry();
        registration.registry.entities = entities;
        registration.registry.clock = noon;
        registration.deleted = new DeletedSources();
        registration.deleted.entities = entities;
        registration.deleted.clock = noon;
        registration.check = new SettingsCheck();
        registration.secrets = new SourceSecrets();
        registration.secrets.cipher = SecretCiphers.forTests();
        registration.connectors =
                new Connectors() {
                    @Override
                    public Optional<ConnectorType> type(String name) {
                        return Optional.of(new MqttConnectorType());
                    }
                };
        registration.replicas =
                new Replicas() {
                    @Override
                    public void changed() {
                        changes.incrementAndGet();
                    }
                };
        return registration;
    }
}
