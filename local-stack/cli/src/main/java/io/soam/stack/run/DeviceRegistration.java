package io.soam.stack.run;

import io.soam.stack.home.Installation;
import io.soam.stack.home.SignIn;
import io.soam.stack.part.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Admits every stream: a local stack is for trying things out. */
public final class DeviceRegistration {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String WILDCARD =
            """
            {"ingestion_id":null,"name":"All streams",\
            "description":"Registered by the local stack: admits every stream"}""";

    private final Installation stack;
    private final PartProcess server;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param server the one that is asked
     */
    public DeviceRegistration(Installation stack, PartProcess server) {
        this.stack = stack;
        this.server = server;
    }

    /** Asks until the portal accepts; registering again changes nothing. */
    public void run() throws StackException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String answer = post();
        while (!answer.isEmpty()) {
            server.requireRunning("died before it accepted the wildcard device");
            if (System.nanoTime() > end) {
                throw new StackException(
                        "%s: did not accept the wildcard device: %s%nLog: %s"
                                .formatted(
                                        server.part().name(),
                                        answer,
                                        stack.home().log(server.part().name())));
            }
            TimeUnit.SECONDS.sleep(1);
            answer = post();
        }
    }

    /** What was answered instead of success; empty when it succeeded. */
    private String post() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(stack.ports().portalUrl() + "/api/devices"))
                            .timeout(Duration.ofSeconds(20))
                            .header(
                                    "Authorization",
                                    "Bearer " + new AccessToken(stack).of(SignIn.ALICE))
                            .header("Accept", "application/json")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(WILDCARD))
                            .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            boolean accepted = response.statusCode() / 100 == 2;
            return accepted ? "" : response.statusCode() + " " + response.body();
        } catch (IOException | StackException e) {
            return e.toString();
        }
    }
}
