package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A platform that takes data sources, known by its REST API.
 *
 * @param url such as {@code http://localhost:8080}
 * @param signIn how to get a token for it
 */
record Platform(URI url, SignIn signIn) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The platform that the environment names; empty when it names none.
     *
     * @throws IllegalArgumentException when something is missing
     */
    static Optional<Platform> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SOAM_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new Platform(URI.create(url), SignIn.of(environment)));
    }

    /**
     * Registers a data source. Registering the same again changes nothing.
     *
     * @return the status and the body that were answered
     */
    HttpResponse<String> register(ObjectNode source) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve("/api/data-sources"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(source.toString()))
                        .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(signIn.tokenUrl())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(signIn.form()))
                        .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        JsonNode token = JSON.readTree(response.body()).path("access_token");
        if (response.statusCode() != 200 || !token.isTextual()) {
            throw new IOException(
                    "%s gives no token: status %d"
                            .formatted(signIn.tokenUrl(), response.statusCode()));
        }
        return token.textValue();
    }
}
