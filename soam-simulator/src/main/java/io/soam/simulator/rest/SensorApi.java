package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.soam.simulator.sensor.Values;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The API over HTTP: GET only, JSON only. */
final class SensorApi implements AutoCloseable {

    private static final String SENSORS = "/api/sensors/";
    private static final int ALL_LIMIT = 20;
    private static final int KIND_LIMIT = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final City city;
    private final Clock clock;

    /**
     * Binds the port.
     *
     * @param address port 0 takes any
     * @throws IOException when the port cannot be had
     */
    SensorApi(InetSocketAddress address, City city, Clock clock) throws IOException {
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IOException("Cannot listen at " + address + ": " + e.getMessage(), e);
        }
        this.city = city;
        this.clock = clock;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            ApiAnswer answer =
                    exchange.getRequestMethod().equals("GET")
                            ? answer(
                                    exchange.getRequestURI().getPath(),
                                    Optional.ofNullable(exchange.getRequestURI().getQuery()))
                            : ApiAnswer.error(405, "Only GET is supported");
            byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ApiAnswer answer(String path, Optional<String> query) {
        return switch (path) {
            case "/" -> ApiAnswer.ok(banner());
            case "/health" -> ApiAnswer.ok(stamped().put("status", "healthy"));
            default ->
                    path.startsWith(SENSORS)
                            ? sensors(path.substring(SENSORS.length()), query)
                            : ApiAnswer.notFound(path);
        };
    }

    private ApiAnswer sensors(String kind, Optional<String> query) {
        Limit limit = Limit.of(query, kind.equals("all") ? ALL_LIMIT : KIND_LIMIT);
        if (limit.complaint().isPresent()) {
            return ApiAnswer.error(400, limit.complaint().get());
        }
        if (kind.equals("all")) {
            return records(stamped(), city.newest(limit.value()));
        }
        return city.group(kind)
                .map(
                        group ->
                                records(
                                        success().put("sensor_type", group.kind().type()),
                                        group.records().newest(limit.value())))
                .orElseGet(() -> ApiAnswer.notFound(SENSORS + kind));
    }

    private static ApiAnswer records(ObjectNode answer, List<ObjectNode> records) {
        answer.put("count", records.size()).putArray("data").addAll(records);
        return ApiAnswer.ok(answer);
    }

    private ObjectNode banner() {
        ObjectNode banner = success().put("message", "Smart City REST API Simulator");
        var endpoints = banner.putArray("endpoints").add("/health").add(SENSORS + "all");
        for (SensorKind kind : SensorKind.values()) {
            endpoints.add(SENSORS + kind.path());
        }
        return banner;
    }

    private ObjectNode stamped() {
        return success().put("timestamp", Values.timestamp(clock.instant()));
    }

    private static ObjectNode success() {
        return JsonNodeFactory.instance.objectNode().put("status", "success");
    }
}
