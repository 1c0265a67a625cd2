package io.soam.stack.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.stack.home.Installation;
import io.soam.stack.home.SignIn;
import io.soam.stack.part.StackException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Tokens for the REST API, by direct grant. */
public final class AccessToken {

    private final Installation stack;

    public AccessToken(Installation stack) {
        this.stack = stack;
    }

    public String of(SignIn user) throws StackException, InterruptedException {
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request(user), BodyHandlers.ofString());
            JsonNode answer = new ObjectMapper().readTree(response.body());
            if (!answer.hasNonNull("access_token")) {
                throw new StackException(
                        "keycloak: gives %s no token: %d %s"
                                .formatted(
                                        user.userName(), response.statusCode(), response.body()));
            }
            return answer.get("access_token").asText();
        } catch (ConnectException e) {
            throw new StackException("keycloak: does not run. Start it: ./soam up", e);
        } catch (IOException e) {
            throw new StackException("keycloak: cannot be asked for a token: " + e, e);
        }
    }

    private HttpRequest request(SignIn user) {
        String form =
                "grant_type=password&client_id=soam-rest&username=%s&password=%s"
                        .formatted(
                                user.userName(),
                                URLEncoder.encode(
                                        stack.secret(user.password()), StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(
                        URI.create(stack.ports().realmUrl() + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }
}
