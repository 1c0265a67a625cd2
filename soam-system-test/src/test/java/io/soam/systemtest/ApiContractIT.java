package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of the REST API may rely on, whatever it asks. */
@SystemTest
class ApiContractIT {

    private static final String WILDCARD = "{\"ingestion_id\": null, \"name\": \"All streams\"}";

    private static Api nobody;
    private static Api vera;

    @BeforeAll
    static void signIn(SoamStack stack) {
        nobody = stack.api();
        vera = nobody.as("vera");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/api/ready"})
    void probe_isOpen(String path) {
        assertThat(nobody.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/"})
    void service_saysWhatItIsAndWhereToGoOn(String path) {
        Answer answer = nobody.get(path);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.data().path("name").asText()).isEqualTo("SOAM");
        assertThat(answer.data().path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(answer.data().path("links"))
                .hasToString(
                        "{\"docs\":\"/api/docs\",\"openapi\":\"/api/openapi\","
                                + "\"health\":\"/api/health\",\"ready\":\"/api/ready\"}");
        assertThat(answer.data()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/data-sources",
                "/api/partitions",
                "/api/data",
                "/api/devices",
                "/api/spark/streams-status",
                "/api/spark/average-temperature?minutes=30",
                "/api/spark/temperature-alerts?since_minutes=60"
            })
    void viewer_readsInTheEnvelope(String path) {
        Answer answer = vera.get(path);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("success");
        assertThat(answer.body().has("data")).isTrue();
        assertThat(answer.body().has("message")).isTrue();
        assertThat(answer.body().path("detail").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingestor_messages_received_total",
                "ingestor_messages_processed_total",
                "ingestor_bytes_received_total",
                "ingestor_bytes_written_total",
                "ingestor_files_written_total",
                "ingestor_active_data_sources",
                "ingestor_info",
                "ingestor_timestamp_delay_seconds_bucket",
                "spark_batches_processed_total",
                "spark_batch_processing_latency_seconds_bucket",
                "pipeline_sensor_to_enrichment_latency_seconds_bucket",
                "pipeline_sensor_to_gold_latency_seconds_bucket"
            })
    void metric_countsUnderTheNameThatDashboardsKnow(String name) {
        assertThat(nobody.counter(name)).isPositive();
    }

    @Test
    void list_saysHowMuchThereIs() {
        Answer sources = vera.get("/api/data-sources");

        assertThat(sources.data().isArray()).isTrue();
        assertThat(sources.body().path("total").asInt()).isPositive();
        assertThat(sources.body().path("page").asInt()).isEqualTo(1);
        assertThat(sources.body().path("page_size").asInt()).isEqualTo(50);
    }

    @Test
    void defaultSource_isThereAndHealthy() {
        JsonNode source = vera.get("/api/data-sources?q=Local+Simulators").data().path(0);
        String id = source.path("id").asText();

        assertThat(source.path("type_name").asText()).isEqualTo("mqtt");
        assertThat(vera.get("/api/data-sources/" + id).data().path("name"))
                .isEqualTo(source.path("name"));
        Answer health = vera.get("/api/data-sources/" + id + "/health");
        assertThat(health.data().path("healthy").asBoolean()).as("%s", health.body()).isTrue();
    }

    @Test
    void stream_canBePreviewed() {
        JsonNode partitions = vera.get("/api/partitions").data();
        assertThat(partitions).isNotEmpty();
        JsonNode first = partitions.path(0);
        String id = first.isTextual() ? first.asText() : first.path("ingestion_id").asText();

        Answer rows = vera.get("/api/data/" + id);

        assertThat(rows.status()).as("%s", rows.body()).isEqualTo(200);
        assertThat(rows.data()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/data-sources, 401",
        "/api/spark/average-temperature, 401",
        "/api/no-such-thing, 401"
    })
    void noToken_isRefusedAsJson(String path, int status) {
        assertThatIsError(nobody.get(path), status);
    }

    @Test
    void forgedToken_isRefused() {
        assertThatIsError(nobody.withToken("e30.e30.AAAA").get("/api/data-sources"), 401);
    }

    @Test
    void viewer_mayNotWrite() {
        assertThatIsError(vera.post("/api/devices", WILDCARD), 403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/no-such-thing, 404",
        "/api/data-sources/999999999, 404",
        "/api/spark/average-temperature?minutes=0, 422",
        "/api/spark/average-temperature?minutes=soon, 422",
    })
    void mistake_isExplainedAsJson(String path, int status) {
        assertThatIsError(vera.get(path), status);
    }

    @Test
    void requestId_isEchoedAndOtherwiseGiven() {
        Answer given = vera.get("/api/data-sources", "X-Request-ID", "ticket-4711");
        Answer missing = nobody.get("/api/data-sources", "X-Request-ID", "ticket-4712");

        assertThat(given.headers().firstValue("X-Request-ID")).contains("ticket-4711");
        assertThat(missing.headers().firstValue("X-Request-ID")).contains("ticket-4712");
        assertThat(missing.text("request_id")).isEqualTo("ticket-4712");
        assertThat(vera.get("/api/health").headers().firstValue("X-Request-ID")).isPresent();
    }

    private static void assertThatIsError(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.text("status")).isEqualTo("error");
        assertThat(answer.text("message")).isNotBlank().doesNotContain("Exception");
        assertThat(answer.text("code")).isNotBlank();
        assertThat(answer.text("request_id")).isNotBlank();
    }
}
