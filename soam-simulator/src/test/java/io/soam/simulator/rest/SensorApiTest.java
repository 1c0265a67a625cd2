package io.soam.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.simulator.sensor.Chance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensorApiTest {

    private final City city = new City(new Chance(1), Clock.systemUTC());
    private SensorApi api;

    @BeforeEach
    void start() throws IOException {
        api = api(0);
        api.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"temperature", "air-quality", "traffic", "parking", "energy"})
    void eachKindCanBeAskedFor(String kind) throws Exception {
        city.measure();

        JsonNode answer = json(get("/api/sensors/" + kind));

        assertThat(answer.get("status").textValue()).isEqualTo("success");
        assertThat(answer.get("sensor_type").textValue()).isEqualTo(kind.replace('-', '_'));
        assertThat(answer.get("data")).hasSize(answer.get("count").intValue()).isNotEmpty();
        assertThat(answer.get("data").get(0).get("type").textValue())
                .isEqualTo(kind.replace('-', '_'));
    }

    @Test
    void allAreTheNewestOfAllKinds() throws Exception {
        for (int i = 0; i < 30; i++) {
            city.measure();
        }

        JsonNode byDefault = json(get("/api/sensors/all"));
        assertThat(byDefault.get("count").intValue()).isEqualTo(20);
        assertThat(byDefault.get("timestamp").textValue()).endsWith("Z");
        JsonNode many = json(get("/api/sensors/all?limit=150"));
        assertThat(many.get("data")).hasSize(150);
        assertThat(many.get("data").findValuesAsText("type")).contains("parking", "energy");
        assertThat(many.get("data").findValuesAsText("timestamp")).isSorted();
        assertThat(json(get("/api/sensors/traffic")).get("count").intValue()).isEqualTo(10);
    }

    @Test
    void tellsThatItIsWellAndWhatItHas() throws Exception {
        assertThat(json(get("/health")).get("status").textValue()).isEqualTo("healthy");
        assertThat(json(get("/")).get("endpoints").toString()).contains("/api/sensors/parking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "many", ""})
    void wrongLimit_isABadRequest(String limit) throws Exception {
        HttpResponse<String> answer = get("/api/sensors/all?limit=" + limit);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("message").textValue())
                .isEqualTo("limit must be a number from 1 to 500");
    }

    @Test
    void whatDoesNotExist_isNotFound() throws Exception {
        HttpResponse<String> answer = get("/api/sensors/noise");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("message").textValue())
                .isEqualTo("There is no /api/sensors/noise");
    }

    @Test
    void onlyGetIsSupported() throws Exception {
        HttpRequest post =
                HttpRequest.newBuilder(uri("/api/sensors/all"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();

        assertThat(HttpClient.newHttpClient().send(post, BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void takenPort_isNamed() {
        assertThatThrownBy(() -> api(api.port()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot listen at")
                .hasMessageContaining(String.valueOf(api.port()));
    }

    private SensorApi api(int port) throws IOException {
        return new SensorApi(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                city,
                Clock.systemUTC());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(api.port(), path));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return new ObjectMapper().readTree(answer.body());
    }
}
