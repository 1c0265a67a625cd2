package io.soam.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real HTTP server that gives tokens and takes data sources. */
class RegistrationTest {

    private static final URI API = URI.create("http://127.0.0.1:8002/");

    private final List<String> signIns = new ArrayList<>();
    private final List<String> registrations = new ArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token",
                exchange -> answer(exchange, signIns, 200, "{\"access_token\":\"t0ken\"}"));
        server.createContext("/api/data-sources", this::register);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void registersItselfAsAClient() throws Exception {
        statuses.add(201);

        registration(Map.of("SOAM_CLIENT_ID", "city", "SOAM_CLIENT_SECRET", "a&b")).run();

        assertThat(signIns)
                .containsExactly(
                        "client_id=city&grant_type=client_credentials&client_secret=a%26b");
        assertThat(registrations).hasSize(1);
        JsonNode source = new ObjectMapper().readTree(registrations.get(0));
        assertThat(source.get("name").textValue()).isEqualTo("Smart City REST API Simulator");
        assertThat(source.get("type_name").textValue()).isEqualTo("rest_api");
        assertThat(source.at("/config/url").textValue())
                .isEqualTo("http://127.0.0.1:8002/api/sensors/all");
        assertThat(source.at("/config/data_path").textValue()).isEqualTo("data");
    }

    @Test
    void triesAgainUntilItIsAccepted() {
        statuses.addAll(List.of(503, 401, 200));

        registration(Map.of("SOAM_USER", "ulf", "SOAM_PASSWORD", "secret")).run();

        assertThat(registrations).hasSize(3);
        assertThat(signIns).allMatch(form -> form.contains("grant_type=password"));
    }

    @Test
    void anotherOneOfThatName_isLeftAlone() {
        statuses.add(409);

        registration(Map.of("SOAM_USER", "ulf", "SOAM_PASSWORD", "secret")).run();

        assertThat(registrations).hasSize(1);
    }

    @Test
    void givesUpAfterTenAttempts() {
        registration(Map.of("SOAM_USER", "ulf", "SOAM_PASSWORD", "secret")).run();

        assertThat(registrations).hasSize(10);
    }

    @Test
    void withoutPlatform_thereIsNothingToDo() {
        assertThat(Platform.of(Map.of())).isEmpty();
    }

    @Test
    void platformWithoutSignIn_saysWhatIsMissing() {
        assertThatThrownBy(() -> Platform.of(Map.of("SOAM_URL", "http://localhost:8080")))
                .hasMessageContaining("SOAM_CLIENT_SECRET must be set");
    }

    private Registration registration(Map<String, String> signIn) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> environment = new HashMap<>(signIn);
        environment.put("SOAM_URL", url);
        environment.put("SOAM_TOKEN_URL", url + "/token");
        return new Registration(Platform.of(environment).orElseThrow(), API, Duration.ofMillis(1));
    }

    private void register(HttpExchange exchange) throws IOException {
        assertThat(exchange.getRequestHeaders().getFirst("Authorization"))
                .isEqualTo("Bearer t0ken");
        Integer status = statuses.poll();
        answer(exchange, registrations, status == null ? 503 : status, "{}");
    }

    private static void answer(
            HttpExchange exchange, List<String> bodies, int status, String answer)
            throws IOException {
        try (exchange) {
            bodies.add(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
