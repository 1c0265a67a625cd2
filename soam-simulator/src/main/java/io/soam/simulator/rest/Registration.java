package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes this API a data source of a platform: some time after its own start, for the platform may
 * start at the same time, and up to ten times with growing pauses.
 */
final class Registration implements Runnable {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private static final Logger LOG = System.getLogger(Registration.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final double GROWTH = 1.5;
    private static final int ATTEMPTS = 10;
    private static final int POLL_SECONDS = 30;

    private final Platform platform;
    private final URI api;
    private Duration pause;

    /**
     * @param api where the platform finds this API
     * @param pause before the first attempt
     */
    Registration(Platform platform, URI api, Duration pause) {
        this.platform = platform;
        this.api = api;
        this.pause = pause;
    }

    /** Returns when the data source is registered, or will not be. */
    @Override
    public void run() {
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                if (isDone()) {
                    return;
                }
                pause = longer(pause);
            }
            LOG.log(Level.ERROR, "Not registered at {0}: given up", platform.url());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDone() throws InterruptedException {
        try {
            HttpResponse<String> answer = platform.register(source());
            if (answer.statusCode() / 100 == 2) {
                LOG.log(Level.INFO, "Registered at {0}", platform.url());
                return true;
            }
            LOG.log(
                    Level.WARNING,
                    "Not registered at {0}: {1} {2}",
                    platform.url(),
                    answer.statusCode(),
                    answer.body());
            return answer.statusCode() == HttpURLConnection.HTTP_CONFLICT;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Not registered at {0}: {1}", platform.url(), e.toString());
            return false;
        }
    }

    private ObjectNode source() {
        ObjectNode source =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", "Smart City REST API Simulator")
                        .put("type_name", "rest_api");
        source.putObject("config")
                .put("url", api.resolve("/api/sensors/all").toString())
                .put("method", "GET")
                .put("poll_interval", POLL_SECONDS)
                .put("data_path", "data")
                .putObject("headers")
                .put("Accept", "application/json")
                .put("User-Agent", "SOAM-REST-Simulator/1.0");
        return source;
    }

    private static Duration longer(Duration pause) {
        Duration longer = Duration.ofMillis(Math.round(pause.toMillis() * GROWTH));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
