package io.soam.systemtest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A REST API that has a reading for each second since it was started, and shows the newest 120. */
final class PolledMeter implements AutoCloseable {

    private static final int SHOWN = 120;

    private final Instant start = Instant.now();
    private final String run = UUID.randomUUID().toString();
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger shown = new AtomicInteger();
    private final HttpServer server;

    PolledMeter() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/readings",
                exchange -> {
                    byte[] body = readings().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    private String readings() {
        polls.incrementAndGet();
        int newest = (int) (Instant.now().getEpochSecond() - start.getEpochSecond());
        shown.set(newest);
        return IntStream.rangeClosed(Math.max(1, newest - SHOWN + 1), newest)
                .mapToObj(
                        number ->
                                """
                                {"sensor_id":"polled","run":"%s","number":%d,"timestamp":"%s"}
                                """
                                        .formatted(run, number, start.plusSeconds(number)))
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/readings";
    }

    /** What tells its readings from others. */
    String run() {
        return run;
    }

    int polls() {
        return polls.get();
    }

    /** Number of the newest reading that anybody has fetched. */
    int newestShown() {
        return shown.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
