package io.soam.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A data provider has an API polled, and sends messages himself. */
@SystemTest
class HttpSourcesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String ANSWER =
            "{\"data\":[{\"sensor_id\":\"api\",\"n\":1,\"timestamp\":\"2026-11-24T10:00:00Z\"}]}";

    private static HttpServer server;
    private static Api vera;
    private static Api ulf;

    @BeforeAll
    static void start(SoamStack stack) throws IOException {
        vera = stack.api().as("vera");
        ulf = stack.api().as("ulf");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/readings",
                exchange -> {
                    byte[] answer = ANSWER.getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void apiIsTriedOut_thenPolled() {
        Answer trial =
                ulf.post(
                        "/api/data-sources/test",
                        "{\"type_name\": \"rest_api\", \"config\": %s}"
                                .formatted(api("127.0.0.1")));
        assertThat(trial.body().toString()).contains("HTTP 200").contains("\\\"n\\\":1");

        JsonNode source = created("rest_api", "Api " + RUN, api("127.0.0.1"));
        String stream = source.path("ingestion_id").asText();
        await().atMost(SOON).until(() -> vera.get("/api/data/" + stream).data().size() == 1);
        String path = "/api/data-sources/" + source.path("id").asText();
        await().atMost(SOON)
                .until(() -> vera.get(path + "/health").data().path("healthy").asBoolean());
        ulf.delete(path);
    }

    @Test
    void machineItself_isNotPolledUnlessAllowed() {
        Answer trial =
                ulf.post(
                        "/api/data-sources/test",
                        "{\"type_name\": \"rest_api\", \"config\": %s}"
                                .formatted(api("127.0.0.2")));
        assertThat(trial.body().toString()).contains("ask an administrator");
    }

    @Test
    void pushedMessages_areStoredOnceUnderTheIdsThatTheSenderIsTold() {
        JsonNode source = created("http_push", "Push " + RUN, "{\"stream_field\": \"sensor_id\"}");
        String stream = source.path("ingestion_id").asText();
        String endpoint = "/api/ingest/" + stream;
        String batch = "[{\"sensor_id\":\"a\",\"n\":1},{\"sensor_id\":\"a\",\"n\":2}]";

        await().atMost(SOON)
                .until(() -> ulf.push(endpoint, "application/json", batch, "k1").status() == 200);
        Answer again = ulf.push(endpoint, "application/json", batch, "k1");
        assertThat(again.data().path("accepted").asInt()).isEqualTo(2);
        assertThat(again.data().path("message_ids")).hasSize(2);
        Answer lines = ulf.push(endpoint, "application/x-ndjson", "{\"n\":1}\n{\"n\":2}\n", null);
        assertThat(lines.data().path("accepted").asInt()).isEqualTo(2);
        assertThat(vera.get("/api/data/" + stream + "_a").body().toString()).contains("\"n\":2");

        String path = "/api/data-sources/" + source.path("id").asText();
        ulf.post(path + "/stop", "");
        await().atMost(SOON)
                .until(() -> ulf.push(endpoint, "application/json", batch, null).status() == 409);
        ulf.delete(path);
        assertThat(ulf.push(endpoint, "application/json", batch, null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,'{',400,push_invalid",
        "application/xml,<a/>,415,unsupported_media_type",
        "application/json,'',400,push_invalid"
    })
    void whatCannotBeTaken_isSaid(String type, String body, int status, String code) {
        JsonNode source = created("http_push", "Refused " + RUN, "{}");
        String endpoint = "/api/ingest/" + source.path("ingestion_id").asText();
        await().atMost(SOON)
                .until(() -> ulf.push(endpoint, "application/json", "1", null).status() == 200);

        Answer refused = ulf.push(endpoint, type, body, null);
        assertThat(refused.status()).as("%s", refused.body()).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(vera.push(endpoint, "application/json", "1", null).status()).isEqualTo(403);
        Answer large = ulf.push(endpoint, "text/plain", "x".repeat(9 << 20), null);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("code")).isEqualTo("push_too_large");
        Answer huge = ulf.push(endpoint, "text/plain", "x".repeat(11 << 20), null);
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.text("code")).isEqualTo("too_large");
        Answer streamed = ulf.postStreamed("/api/data-sources", " ".repeat(11 << 20) + "{}");
        assertThat(streamed.status()).isEqualTo(413);
        assertThat(streamed.text("code")).isEqualTo("too_large");
    }

    private static JsonNode created(String type, String name, String config) {
        Answer created =
                ulf.post(
                        "/api/data-sources",
                        "{\"name\": \"%s\", \"type_name\": \"%s\", \"config\": %s}"
                                .formatted(name, type, config));
        assertThat(created.status()).as("%s", created.body()).isIn(200, 201);
        return created.data();
    }

    private static String api(String host) {
        return "{\"url\": \"http://%s:%d/readings\", \"poll_interval\": 10, \"data_path\": \"data\"}"
                .formatted(host, server.getAddress().getPort());
    }
}
