package io.soam.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server on 127.0.0.1 that answers as it is told, and remembers what it was asked. */
final class TestServer implements AutoCloseable {

    private static final class Answer {

        final int status;
        final String type;
        final byte[] body;

        Answer(int status, String type, byte[] body) {
            this.status = status;
            this.type = type;
            this.body = body;
        }
    }

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    TestServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** From now on this is the answer to everything else; headers are forgotten. */
    void answer(int status, String type, String body) {
        answer(status, type, body.getBytes(UTF_8));
    }

    void answer(int status, String type, byte[] body) {
        headers.clear();
        answers.put("", new Answer(status, type, body));
    }

    void answer(String path, int status, String type, String body) {
        answers.put(path, new Answer(status, type, body.getBytes(UTF_8)));
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    /** Request lines, headers and bodies. */
    List<String> requests() {
        return requests;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        StringBuilder request = new StringBuilder();
        request.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
        new TreeMap<>(exchange.getRequestHeaders())
                .forEach(
                        (name, values) -> request.append('\n').append(name + ": " + values.get(0)));
        request.append("\n\n").append(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        requests.add(request.toString());
        Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), answers.get(""));
        if (!answers.containsKey(exchange.getRequestURI().getPath())) {
            headers.forEach(exchange.getResponseHeaders()::set);
        }
        if (answer.type != null) {
            exchange.getResponseHeaders().set("Content-Type", answer.type);
        }
        int length = answer.body.length;
        exchange.sendResponseHeaders(answer.status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body);
        exchange.close();
    }
}
