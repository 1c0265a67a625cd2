package io.soam.ingestion.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.RecordingSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestConnectorTest {

    private static final String TIMED = "{\"t\":%d,\"timestamp\":\"2026-11-24T10:00:0%dZ\"}";
    private static final String JSON = "application/json";

    private final TestServer server = new TestServer();
    private final RecordingSource source = new RecordingSource("soam-0");
    private RestConnector connector;

    @AfterEach
    void end() {
        if (connector != null) {
            connector.stop();
        }
        server.close();
    }

    @Test
    void eachElementAtTheDataPath_isAMessage() {
        server.answer(200, JSON, "{\"d\":{\"items\":[{\"t\":1.10}, {\"t\":2}]}}");
        start("{'data_path':'d.items','params':{'q':'a b'}}");

        await().atMost(5, SECONDS).until(() -> source.stored().size() >= 2);
        assertThat(source.taken()).startsWith("{\"t\":1.10}", "{\"t\":2}");
        assertThat(source.messages().get(0).header().ingestionId())
                .isEqualTo(source.ingestionId().value());
        assertThat(source.messages().get(0).header().sourceType()).isEqualTo("rest_api");
        assertThat(source.messages().get(0).header().metadata())
                .containsEntry("source_url", server.url("/data"))
                .containsEntry("http_status", "200")
                .containsEntry("content_type", JSON)
                .containsEntry("method", "GET")
                .containsKey("fetch_timestamp");
        assertThat(server.requests().get(0)).startsWith("GET /data?q=a%20b");
        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ACTIVE);
        assertThat(connector.health().details())
                .containsEntry("endpoint", server.url("/data"))
                .containsEntry("last_http_status", 200)
                .containsEntry("last_poll_messages", 2)
                .containsEntry("poll_interval", 1L);
    }

    @Test
    void readingsWithATime_comeOnce_thoseWithout_eachTime() {
        server.answer(200, JSON, "[" + TIMED.formatted(1, 1) + ",{\"t\":5}]");
        start("{}");
        await().atMost(10, SECONDS).until(() -> server.requests().size() >= 3);
        server.answer(200, JSON, "[" + TIMED.formatted(1, 1) + "," + TIMED.formatted(2, 2) + "]");

        await().atMost(10, SECONDS).until(() -> source.taken().contains(TIMED.formatted(2, 2)));
        assertThat(source.taken()).containsOnlyOnce(TIMED.formatted(1, 1));
        List<RecordingSource.Taken> untimed =
                source.messages().stream().filter(m -> m.key() != null).toList();
        assertThat(untimed).hasSizeGreaterThanOrEqualTo(3);
        assertThat(untimed).extracting(RecordingSource.Taken::key).doesNotHaveDuplicates();
        assertThat(untimed).allMatch(message -> message.key().endsWith("/1"));
    }

    @Test
    void whatHasNotChanged_isNotSentAgain() {
        server.answer(200, JSON, "{\"t\":1}");
        server.header("ETag", "\"7\"");
        server.header("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT");
        start("{}");
        await().atMost(5, SECONDS).until(() -> source.stored().size() == 1);
        server.answer(304, null, "");

        await().atMost(10, SECONDS).until(() -> server.requests().size() >= 3);
        assertThat(server.requests().get(1))
                .contains("If-none-match: \"7\"", "If-modified-since: Tue, 24 Nov 2026");
        assertThat(source.stored()).hasSize(1);
        assertThat(connector.health().status()).isEqualTo(SourceStatus.ACTIVE);
    }

    @Test
    void validatorsAreKeptOnlyWhenAllIsDurable() throws Exception {
        server.answer(200, JSON, "{\"t\":1}");
        server.header("ETag", "\"7\"");
        source.holdAcknowledgements();
        start("{}");
        await().atMost(5, SECONDS).until(() -> source.taken().size() == 1);

        // Until it is durable the poll is not over: no other begins.
        await().during(Duration.ofMillis(1_500)).until(() -> server.requests().size() == 1);
        assertThat(connector.health().lastSuccess()).isNull();
    }

    @Test
    void aMissingDataPath_isAnErrorUntilItIsThere() {
        server.answer(200, JSON, "{\"items\":[],\"total\":0}");
        server.header("ETag", "\"7\"");
        start("{'data_path':'data'}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error())
                .contains("'data' leads nowhere", "it has items, total", "tried again");
        await().atMost(10, SECONDS).until(() -> server.requests().size() >= 2);
        assertThat(server.requests().get(1)).doesNotContain("If-none-match");
        server.answer(200, JSON, "{\"data\":[{\"t\":1}]}");
        await().atMost(10, SECONDS).until(() -> source.stored().contains("{\"t\":1}"));
        await().atMost(5, SECONDS).until(() -> connector.health().error() == null);
    }

    @Test
    void aServerThatFails_isReportedOnce_andUsedAgain() {
        server.answer(500, "text/plain", "broken");
        start("{}");
        await().atMost(10, SECONDS).until(() -> server.requests().size() >= 2);
        assertThat(source.errors())
                .singleElement()
                .asString()
                .contains("HTTP 500", "problem of its own", "It is tried again.");

        server.answer(200, JSON, "{\"t\":1}");
        await().atMost(10, SECONDS).until(() -> source.stored().size() >= 1);
        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ACTIVE);
    }

    @Test
    void retryAfterIsRespected() {
        server.answer(503, "text/plain", "busy");
        server.header("Retry-After", "120");
        start("{}");

        await().atMost(5, SECONDS)
                .until(() -> connector.health().details().get("next_fetch") != null);
        assertThat((java.time.Instant) connector.health().details().get("next_fetch"))
                .isAfter(java.time.Instant.now().plusSeconds(100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'auth_type':'bearer','auth_token':'abc'} | Authorization: Bearer abc",
                "{'auth_type':'basic','username':'ann','password':'pässword'} | Authorization: Basic YW5uOnDDpHNzd29yZA==",
                "{'auth_type':'api_key','auth_token':'abc'} | X-api-key: abc",
                "{'auth_type':'api_key','auth_token':'abc','api_key_header':'X-Mine'} | X-mine: abc",
                "{'auth_type':'api_key','auth_token':'abc','api_key_in':'query','api_key_param':'k'} | GET /data?k=abc",
                "{'headers':{'X-Station':'7'}} | X-station: 7",
                "{'method':'POST','body':{'q':[1]}} | Content-type: application/json",
                "{'method':'POST','body':{'q':[1]}} | {\"q\":[1]}",
                "{'method':'POST','body':{},'headers':{'content-type':'application/graphql+json'}} | Content-type: application/graphql+json"
            })
    void requestsAreAsConfigured(String config, String expected) {
        server.answer(200, JSON, "{\"t\":1}");
        start(config);

        await().atMost(5, SECONDS).until(() -> !source.stored().isEmpty());
        assertThat(server.requests().get(0)).contains(expected);
        assertThat(source.messages().get(0).header().metadata().values())
                .noneMatch(value -> value.contains("abc"));
        assertThat(connector.health().details().toString()).doesNotContain("abc", "pässword");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/xml | <r><i><t>1</t></i><i><t>2</t></i></r> | i | {\"t\":\"1\"};{\"t\":\"2\"}",
                "application/atom+xml; charset=utf-8 | <r><i>7</i></r> | i | \"7\"",
                "text/plain | 21.5 | `` | 21.5",
                "text/plain | hot and dry | `` | hot and dry",
                "text/csv | a;b | `` | a;b",
                "application/x-ndjson | {\"t\":1}\\n{\"t\":2}\\n | `` | {\"t\":1};{\"t\":2}",
                "text/html | {\"t\":1} | `` | {\"t\":1}"
            })
    void otherFormats(String type, String body, String path, String records) {
        server.answer(200, type, body.replace("\\n", "\n"));
        start("{'data_path':'" + path + "'}");

        await().atMost(5, SECONDS).until(() -> !source.stored().isEmpty());
        String all = String.join(";", source.stored());
        assertThat(all).startsWith(records);
    }

    @Test
    void characterSetsAreUnderstood() {
        server.answer(200, "text/plain; charset=ISO-8859-1", "größe".getBytes(ISO_8859_1));
        start("{}");
        await().atMost(5, SECONDS).until(() -> source.stored().contains("größe"));

        server.answer(200, "application/json", "\uFEFF{\"a\":\"ü\"}".getBytes(UTF_8));
        await().atMost(5, SECONDS).until(() -> source.stored().contains("{\"a\":\"ü\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"t\": | cannot be read as such",
                "text/html | <html>Sign in</html> | web page",
                "application/xml | <!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a> | refused",
                "text/plain; charset=nonsense | x | character set"
            })
    void answersThatAreNotWhatTheySay_areErrors(String type, String body, String error) {
        server.answer(200, type, body);
        start("{}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains(error);
        assertThat(source.taken()).isEmpty();
    }

    @Test
    void tooLargeAnswers_areCutOff_alsoCompressedOnes() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[20 << 20]);
        }
        server.answer(200, JSON, bomb.toByteArray());
        server.header("Content-Encoding", "gzip");
        start("{'max_response_bytes':100000}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("larger than 100000 bytes");
    }

    @Test
    void redirectsAreFollowed_withoutCredentialsToAnotherHost() {
        server.answer(302, null, "");
        try (TestServer other = new TestServer()) {
            other.answer(200, JSON, "{\"t\":1}");
            server.header("Location", other.url("/moved"));
            start("{'auth_type':'bearer','auth_token':'abc','headers':{'X-Station':'7'}}");

            await().atMost(5, SECONDS).until(() -> !source.stored().isEmpty());
            assertThat(server.requests().get(0)).contains("Bearer abc", "X-station");
            assertThat(other.requests().get(0)).doesNotContain("abc", "X-station");
        }
    }

    @Test
    void redirectsWithinTheHost_keepCredentials() {
        server.answer("/moved", 200, JSON, "{\"t\":1}");
        server.answer(307, null, "");
        server.header("Location", "/moved");
        start("{'auth_type':'bearer','auth_token':'abc'}");

        await().atMost(5, SECONDS).until(() -> !source.stored().isEmpty());
        assertThat(server.requests().get(1)).contains("GET /moved", "Bearer abc");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:%d/x",
        "http://127.0.0.2:%d/x",
        "http://[::1]:%d/x",
        "file:///etc/passwd"
    })
    void redirectsToForbiddenHosts_areNotFollowed(String location) {
        server.answer(302, null, "");
        server.header("Location", location.formatted(server.port()));
        start("{}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void endlessRedirects_areAnError() {
        server.answer(302, null, "");
        server.header("Location", "/data");
        start("{}");

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error()).contains("redirects more than 5 times");
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "[::1]", "2130706433", "0.0.0.0"})
    void thisMachineIsNotPolled_unlessAllowed(String host) {
        server.answer(200, JSON, "{\"t\":1}");
        JsonNode config = config("http://" + host + ":" + server.port() + "/data", "{}");
        start(config, new TargetGuard(List.of()));

        await().atMost(5, SECONDS).until(() -> connector.health().status() == SourceStatus.ERROR);
        assertThat(connector.health().error())
                .contains("not allowed", "ask an administrator", "SOAM_REST_ALLOWED_HOSTS");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aTrialShowsWhatWouldCome() {
        server.answer(200, JSON, "[1,2,3,4,5,6]");
        var trial = trial("{}");
        assertThat(trial.reached()).isTrue();
        assertThat(trial.message()).contains("HTTP 200", JSON, "6 records");
        assertThat(trial.samples()).hasSize(5);
        assertThat(trial.samples().get(0).payload()).isEqualTo("1");
        assertThat(trial.samples().get(0).topic()).isEqualTo(server.url("/data"));

        server.answer(401, null, "");
        assertThat(trial("{}").message()).contains("HTTP 401", "Check authentication");
        server.answer(200, JSON, "{\"rows\":[]}");
        assertThat(trial("{'data_path':'items'}").message()).contains("it has rows");
        server.answer(200, JSON, "[]");
        assertThat(trial("{}").reached()).isTrue();
        assertThat(source.taken()).isEmpty();
    }

    private io.soam.ingestion.connector.Trial trial(String config) {
        return RestTrial.of(
                RestSettings.of(config(server.url("/data"), config)),
                guard(),
                Clock.systemUTC(),
                Duration.ofSeconds(5));
    }

    private void start(String config) {
        start(config(server.url("/data"), config), guard());
    }

    private void start(JsonNode config, TargetGuard guard) {
        connector =
                new RestConnector(
                        source, RestSettings.of(config), guard, Clock.systemUTC(), Thread::new);
        connector.start();
    }

    private static TargetGuard guard() {
        return new TargetGuard(List.of("127.0.0.1"));
    }

    @SuppressWarnings("unchecked")
    private static JsonNode config(String url, String rest) {
        Map<String, Object> config = Json.read(rest.replace('\'', '"'), Map.class);
        config.putIfAbsent("url", url);
        config.putIfAbsent("poll_interval", 1);
        return Json.mapper().valueToTree(config);
    }
}
