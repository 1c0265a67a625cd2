package io.soam.operations.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks Keycloak for the description of the realm. */
@ApplicationScoped
class KeycloakCheck implements PartCheck {

    private static final int OK = 200;

    @Inject OperationsConfig config;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public String check() throws IOException, InterruptedException {
        URI realm = config.oidcUrl();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(realm + "/.well-known/openid-configuration"))
                        .timeout(LIMIT)
                        .build();
        int status;
        try {
            status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            // The client's own message is empty when nobody listens.
            throw new IOException(realm + " cannot be reached", e);
        }
        if (status != OK) {
            throw new IOException(realm + " answers with HTTP " + status);
        }
        return "Realm " + realm;
    }
}
