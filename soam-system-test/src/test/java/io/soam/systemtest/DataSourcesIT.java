package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data provider connects a broker of his own, over REST. */
@SystemTest
class DataSourcesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static OwnBroker broker;
    private static Api vera;
    private static Api ulf;
    private static Api alice;

    @BeforeAll
    static void start(SoamStack stack, @TempDir Path folder) throws IOException {
        broker = OwnBroker.start(folder, "soam", "moon-" + RUN);
        vera = stack.api().as("vera");
        ulf = stack.api().as("ulf");
        alice = stack.api().as("alice");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void sourceBringsMessages_isStoppedStartedDeletedAndRestored() {
        Answer created = ulf.post("/api/data-sources", source("Life " + RUN, "city/#"));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String path = "/api/data-sources/" + created.data().path("id").asText();
        String stream = created.data().path("ingestion_id").asText() + "_city_a";

        awaitHealthy(path, true);
        broker.publish("city/a", "{\"sensor_id\":\"life\",\"n\":1}");
        await().atMost(SOON).until(() -> vera.get("/api/data/" + stream).data().size() == 1);

        assertThat(ulf.post(path + "/stop", "").status()).isEqualTo(200);
        awaitHealthy(path, false);
        assertThat(vera.get(path).data().path("wanted").asBoolean()).isFalse();
        broker.publish("city/a", "{\"sensor_id\":\"life\",\"n\":2}");
        assertThat(ulf.post(path + "/start", "").status()).isEqualTo(200);
        awaitHealthy(path, true);
        // The broker has kept what came meanwhile for the session that stays.
        await().atMost(SOON).until(() -> vera.get("/api/data/" + stream).data().size() == 2);

        assertThat(ulf.delete(path).status()).isEqualTo(200);
        assertThat(vera.get(path).status()).isEqualTo(404);
        assertThat(ulf.post(path + "/restore", "").status()).isEqualTo(200);
        awaitHealthy(path, true);
        assertThat(ulf.delete(path).status()).isEqualTo(200);
    }

    @Test
    void whatBecameOfASource_isListed_aLoopOfEqualFailuresOnce() {
        String nobody =
                """
                {"name": "%s", "type_name": "mqtt", "config": {"broker": "127.0.0.1", "port": %d, "topics": ["h"]}}
                """;
        int closed = FreePorts.one();
        Answer created = ulf.post("/api/data-sources", nobody.formatted("History " + RUN, closed));
        String path = "/api/data-sources/" + created.data().path("id").asText();
        String events = path + "/events";

        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            JsonNode failures = vera.get(events + "?status=error").data();
                            assertThat(failures).hasSize(1);
                            assertThat(failures.get(0).path("occurrences").asInt())
                                    .isGreaterThan(1);
                        });
        JsonNode failure = vera.get(events + "?status=error").data().get(0);
        assertThat(failure.path("error").asText()).contains(Integer.toString(closed));
        assertThat(failure.path("status_before").asText()).isEqualTo("connecting");
        assertThat(failure.path("pod_name").asText()).isNotEmpty();
        assertThat(failure.path("last_at").asText())
                .isGreaterThanOrEqualTo(failure.path("at").asText());

        assertThat(ulf.post(path + "/stop", "").status()).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                vera.get(events + "?page_size=1")
                                                        .data()
                                                        .findValuesAsText("status"))
                                        .containsExactly("stopped"));
        assertThat(vera.get(events + "?page_size=1&page=2").body().path("total").asInt())
                .isEqualTo(3);
        assertThat(vera.get(events + "?status=broken").status()).isEqualTo(422);
        ulf.delete(path);
        assertThat(vera.get(events).status()).isEqualTo(404);
    }

    @Test
    void sameAgainIsTheSame_anotherConfigurationIsAConflict() {
        String same = source("Twice " + RUN, "a");
        Answer first = ulf.post("/api/data-sources", same);
        Answer second = ulf.post("/api/data-sources", same);
        Answer other = ulf.post("/api/data-sources", source("Twice " + RUN, "b"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.data().path("id")).isEqualTo(first.data().path("id"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("code")).isEqualTo("data_source_conflict");
        ulf.delete("/api/data-sources/" + first.data().path("id").asText());
    }

    @Test
    void secretNeverComesBack_andStaysWhenItIsLeftOut() {
        Answer created = ulf.post("/api/data-sources", source("Secret " + RUN, "s"));
        String path = "/api/data-sources/" + created.data().path("id").asText();
        assertThat(created.body().toString()).doesNotContain("moon-");

        Answer changed =
                ulf.put(
                        path,
                        """
                        {"config": {"broker": "127.0.0.1", "port": %d, "topics": ["s", "t"], "username": "soam"}}
                        """
                                .formatted(broker.port()));

        assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
        for (String all :
                new String[] {path, path + "/health", "/api/data-sources?page_size=500"}) {
            assertThat(alice.get(all).body().toString()).doesNotContain("moon-");
        }
        awaitHealthy(path, true);
        ulf.delete(path);
    }

    @Test
    void mistakesAreExplainedSettingBySetting() {
        Answer invalid =
                ulf.post(
                        "/api/data-sources",
                        """
                        {"name": "Bad", "type_name": "mqtt", "config": {"broker": "b", "port": 70000, "topik": 1}}
                        """);

        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.text("code")).isEqualTo("invalid_data_source");
        assertThat(invalid.body().path("detail").findValuesAsText("msg"))
                .anyMatch(message -> message.contains("65535"))
                .anyMatch(message -> message.contains("no such setting"))
                .anyMatch(message -> message.contains("Topics is required"));
        assertThat(ulf.post("/api/data-sources", "{\"name\": \"\"}").status()).isEqualTo(422);
        Answer type =
                ulf.post(
                        "/api/data-sources",
                        "{\"name\": \"x\", \"type_name\": \"fax\", \"config\": {}}");
        assertThat(type.status()).isEqualTo(400);
        assertThat(type.text("message")).contains("mqtt");
    }

    @Test
    void onlyItsCreatorAndAdministratorsChangeASource() {
        Answer created = alice.post("/api/data-sources", source("Mine " + RUN, "m"));
        String path = "/api/data-sources/" + created.data().path("id").asText();

        assertThat(vera.post("/api/data-sources", source("No " + RUN, "n")).status())
                .isEqualTo(403);
        assertThat(vera.post(path + "/stop", "").status()).isEqualTo(403);
        for (Answer refused :
                new Answer[] {
                    ulf.put(path, "{\"enabled\": false}"),
                    ulf.delete(path),
                    ulf.post(path + "/stop", ""),
                    ulf.post(
                            "/api/data-sources/test",
                            """
                            {"type_name": "mqtt", "id": %s, "config": {"broker": "evil", "topics": "#"}}
                            """
                                    .formatted(created.data().path("id").asText()))
                }) {
            assertThat(refused.status()).as("%s", refused.body()).isEqualTo(403);
            assertThat(refused.text("message")).contains("alice");
        }
        assertThat(alice.delete(path).status()).isEqualTo(200);
    }

    @Test
    void configurationIsTriedOut_beforeItIsSaved() {
        broker.publishRetained("trial/x", "{\"seen\": true}");

        Answer good = ulf.post("/api/data-sources/test", trial(broker.port(), "moon-" + RUN));
        Answer refused = ulf.post("/api/data-sources/test", trial(broker.port(), "wrong"));
        Answer nobody = ulf.post("/api/data-sources/test", trial(1, "x"));

        assertThat(good.data().path("reached").asBoolean()).as("%s", good.body()).isTrue();
        assertThat(good.data().path("samples").path(0).path("payload").asText())
                .contains("\"seen\"");
        assertThat(refused.data().path("reached").asBoolean()).isFalse();
        assertThat(nobody.data().path("reached").asBoolean()).isFalse();
        assertThat(nobody.text("message")).contains("127.0.0.1:1");
    }

    @Test
    void typesSayHowTheyAreConfigured() {
        JsonNode types = vera.get("/api/data-sources/types").data();

        assertThat(types.findValuesAsText("name")).contains("mqtt");
        for (JsonNode type : types) {
            assertThat(type.path("config_schema").path("properties").isObject()).isTrue();
            assertThat(type.path("display_name").asText()).isNotBlank();
        }
    }

    private static void awaitHealthy(String path, boolean healthy) {
        await().atMost(SOON)
                .until(
                        () ->
                                vera.get(path + "/health").data().path("healthy").asBoolean()
                                        == healthy);
    }

    private static String source(String name, String topic) {
        return """
        {"name": "%s", "type_name": "mqtt", "config": {"broker": "127.0.0.1", "port": %d, "topics": "%s",
         "username": "soam", "password": "moon-%s"}}
        """
                .formatted(name, broker.port(), topic, RUN);
    }

    private static String trial(int port, String password) {
        return """
        {"type_name": "mqtt", "config": {"broker": "127.0.0.1", "port": %d, "topics": "trial/#",
         "username": "soam", "password": "%s"}}
        """
                .formatted(port, password);
    }
}
