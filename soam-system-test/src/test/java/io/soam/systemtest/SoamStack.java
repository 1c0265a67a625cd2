package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The running local stack. With the system property {@code soam.home} (and {@code
 * soam.port-offset}) it is one that runs already and goes on afterwards, which shortens the work on
 * a test.
 */
final class SoamStack implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SoamStack.class.getName());
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(2);
    private static final Duration QUESTION = Duration.ofSeconds(30);
    private static final Duration BENCH = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SoamCommand soam;
    private final boolean ours;
    private final Thread lastResort = new Thread(this::down, "stack-down");
    private Instant readyAt;

    private SoamStack(SoamCommand soam, boolean ours) {
        this.soam = soam;
        this.ours = ours;
    }

    static SoamStack start() {
        String running = System.getProperty("soam.home");
        if (running != null) {
            int offset = Integer.getInteger("soam.port-offset", 0);
            SoamStack stack = new SoamStack(new SoamCommand(Path.of(running), offset), false);
            stack.readyAt = Instant.now();
            return stack;
        }
        SoamStack stack =
                new SoamStack(new SoamCommand(StackHomes.fresh(), FreePorts.offset()), true);
        Runtime.getRuntime().addShutdownHook(stack.lastResort);
        stack.up();
        return stack;
    }

    void up() {
        Instant begin = Instant.now();
        String printed = soam.run(START, "up", "--detach", "--no-build");
        readyAt = Instant.now();
        assertThat(printed).contains("SOAM is ready");
        LOG.log(Level.INFO, "Ready after {0}", Duration.between(begin, readyAt));
    }

    void down() {
        soam.run(STOP, "down");
    }

    /** When {@code soam up} said that the stack is ready. */
    Instant readyAt() {
        return readyAt;
    }

    Path home() {
        return soam.home();
    }

    String portal() {
        return "http://localhost:" + port(8080);
    }

    /** The portal of the second server, see {@link Part#SECOND_SERVER}. */
    String secondPortal() {
        return "http://localhost:" + port(8080 + 200);
    }

    String management() {
        return "http://localhost:" + port(9990);
    }

    int brokerPort() {
        return port(1883);
    }

    Api api() {
        return new Api(this, portal());
    }

    /** The API as the second server answers it. */
    Api secondApi() {
        return new Api(this, secondPortal());
    }

    /** Stops a part in good order. */
    void stopPart(String name) {
        soam.run(STOP, "stop", name);
    }

    /** Measures the stack. */
    SoamCommand.Outcome bench(String... arguments) {
        String[] command =
                Stream.concat(Stream.of("--no-build", "bench"), Stream.of(arguments))
                        .toArray(String[]::new);
        return soam.execute(BENCH, command);
    }

    /** An access token of a user of the local stack. */
    String token(String user) {
        return soam.run(QUESTION, "token", user).strip();
    }

    /** What a user of the local stack signs in with. */
    String password(String user) {
        JsonNode credentials = json(soam.run(QUESTION, "credentials", "--json"));
        String password = Credentials.password(credentials, user);
        assertThat(password).as("password of %s", user).isNotBlank();
        return password;
    }

    List<Part> parts() {
        JsonNode parts = json(soam.run(QUESTION, "status", "--json")).path("parts");
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> JSON.convertValue(part, Part.class))
                .toList();
    }

    Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No part " + name + " in " + parts()));
    }

    /** Ends a part with SIGKILL, which it cannot notice. */
    void kill(String name) {
        Part part = await().atMost(Duration.ofMinutes(2)).until(() -> part(name), Part::isAlive);
        LOG.log(Level.INFO, "kill -9 {0} ({1})", name, part.pid());
        assertThat(ProcessHandle.of(part.pid()).map(ProcessHandle::destroyForcibly)).contains(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> !part.isAlive());
    }

    /** Starts a part that has ended. */
    void startPart(String name) {
        soam.run(START, "start", name);
    }

    @Override
    public void close() {
        if (ours) {
            Runtime.getRuntime().removeShutdownHook(lastResort);
            down();
        }
    }

    private int port(int base) {
        return base + soam.portOffset();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
