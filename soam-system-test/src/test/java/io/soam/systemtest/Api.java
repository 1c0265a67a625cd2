package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The REST API, with the token of somebody or with none. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final SoamStack stack;
    private final String portal;
    private final String token;

    Api(SoamStack stack, String portal) {
        this(stack, portal, null);
    }

    private Api(SoamStack stack, String portal, String token) {
        this.stack = stack;
        this.portal = portal;
        this.token = token;
    }

    Api as(String user) {
        return new Api(stack, portal, stack.token(user));
    }

    Api withToken(String anyToken) {
        return new Api(stack, portal, anyToken);
    }

    Answer get(String path) {
        return json(send(request(path)));
    }

    Answer get(String path, String header, String value) {
        return json(send(request(path).header(header, value)));
    }

    Answer post(String path, String body) {
        return json(
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))));
    }

    /** Sends JSON whose length is not told. */
    Answer postStreamed(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return json(
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(bytes)))));
    }

    /** Sends messages; without a key if it is null. */
    Answer push(String path, String type, String body, String idempotencyKey) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return json(send(request));
    }

    Answer put(String path, String body) {
        return json(
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body))));
    }

    Answer delete(String path) {
        return json(send(request(path).DELETE()));
    }

    /** The body of a successful answer that is not JSON. */
    byte[] bytes(String path) {
        HttpRequest request = request(path).setHeader("Accept", "application/octet-stream").build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
            return response.body();
        } catch (IOException e) {
            throw new AssertionError("The API does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** HTTP status of the readiness probe, 0 while nobody answers. */
    int readiness() {
        try {
            return http.send(request("/api/ready").build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sum of a counter over all its labels, from the metrics of WildFly. */
    double counter(String name) {
        URI metrics = URI.create(stack.management() + "/prometheus");
        String text = send(HttpRequest.newBuilder(metrics).timeout(PATIENCE)).body();
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(portal + path))
                        .timeout(PATIENCE)
                        .header("Accept", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The API does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Answer json(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type"))
                .as("%s: %s", response.uri(), response.body())
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        try {
            return new Answer(
                    response.statusCode(), response.headers(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + response.body(), e);
        }
    }
}
