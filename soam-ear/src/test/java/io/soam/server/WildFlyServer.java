package io.soam.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The provisioned server as an installation runs it: its own script, environment and directory. */
final class WildFlyServer {

    private static final Duration BOOT_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final Path base;
    private final int offset;
    private final Map<String, String> environment;
    private Process process;

    WildFlyServer(Path base, Map<String, String> environment) {
        this.base = base;
        this.offset = Ports.freeOffset();
        this.environment = environment;
    }

    /** Starts it and waits until it is ready. */
    void start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("soam.server"), "bin", "standalone.sh")
                                .toString(),
                        "--stability=community",
                        "-b",
                        "127.0.0.1",
                        "-bmanagement",
                        "127.0.0.1",
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.socket.binding.port-offset=" + offset);
        builder.environment().putAll(environment);
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment().put("PREPEND_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        process =
                builder.redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        base.resolve("console.log").toFile()))
                        .start();
        Awaitility.await("ready; see " + base.resolve("console.log"))
                .atMost(BOOT_LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .failFast("the server ended", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> status("/health/ready") == 200);
    }

    /** Descendant processes whose command line contains a text, the server itself included. */
    Stream<ProcessHandle> processes(String text) {
        return process.descendants()
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().commandLine().orElse("").contains(text));
    }

    /** Ends the server as kill -9 does; nothing of it can run any more. */
    void kill() throws InterruptedException {
        processes("jboss-modules.jar").forEach(ProcessHandle::destroyForcibly);
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server outlives kill -9");
        }
    }

    /** Ends the server as an operator does. */
    boolean stop() throws InterruptedException {
        processes("jboss-modules.jar").forEach(ProcessHandle::destroy);
        return process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Leaves nothing behind. */
    void end() throws InterruptedException {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + (Ports.MANAGEMENT + offset) + path))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
