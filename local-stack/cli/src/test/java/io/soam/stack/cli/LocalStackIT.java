package io.soam.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.stack.home.Home;
import io.soam.stack.home.Ports;
import io.soam.stack.home.Secret;
import io.soam.stack.home.Secrets;
import io.soam.stack.process.PortOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services without the server, which has its own tests. */
class LocalStackIT {

    private static final String SERVICES = "postgresql,object-store,broker,neo4j,keycloak";

    @TempDir Path directory;

    private Command soam;
    private Home home;
    private Ports ports;

    @BeforeEach
    void choosePorts() {
        home = new Home(directory.resolve("home"));
        ports = freePorts();
        soam = new Command(home.directory(), ports.offset());
    }

    @AfterEach
    void end() throws Exception {
        assertThat(soam.run("down").exitCode()).isZero();
    }

    @Test
    void servicesSurviveTheirDeath() throws Exception {
        Command.Result up = soam.run("up", "--no-build", "--detach", "--only", SERVICES);
        assertThat(up.exitCode()).as(up.printed()).isZero();
        assertThat(up.printed())
                .contains("Ready: postgresql, object-store, broker, neo4j, keycloak");
        assertThat(soam.run("token", "alice").printed()).startsWith("ey");
        execute("CREATE TABLE survives AS SELECT 42 AS answer");

        Command.Result again = soam.run("up", "--no-build", "--detach", "--only", SERVICES);
        assertThat(again.exitCode()).isZero();
        assertThat(again.printed()).contains("SOAM is running already.");

        for (JsonNode part : running()) {
            ProcessHandle.of(part.get("pid").asLong()).ifPresent(ProcessHandle::destroyForcibly);
        }
        await().until(() -> running().isEmpty());

        Command.Result restart = soam.run("up", "--no-build", "--detach", "--only", SERVICES);
        assertThat(restart.exitCode()).as(restart.printed()).isZero();
        assertThat(soam.run("token", "vera").printed()).startsWith("ey");
        assertThat(answer()).isEqualTo(42);
        assertThat(Files.isDirectory(home.data("object-store").resolve("buckets/lake"))).isTrue();

        Command.Result down = soam.run("down");
        assertThat(down.exitCode()).as(down.printed()).isZero();
        assertThat(running()).isEmpty();
        assertThat(markedProcesses()).isEmpty();
        assertThat(soam.run("reset", "--yes").printed()).contains("Deleted");
        assertThat(home.directory()).doesNotExist();
    }

    @Test
    void endOfTheCommandEndsWhatItStarted() throws Exception {
        Path output = directory.resolve("up.out");
        Process up = soam.start(output, "up", "--no-build", "--only", "postgresql,object-store");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(output).contains("Ctrl-C stops everything."));

        up.destroy();
        up.waitFor();

        assertThat(Files.readString(output)).contains("postgresql", "stopped after");
        assertThat(markedProcesses()).isEmpty();
    }

    @Test
    void simulatorsComeAndGoOneByOne() throws Exception {
        Command.Result up =
                soam.run(
                        "up",
                        "--no-build",
                        "--detach",
                        "--only",
                        "broker,simulator-traffic,simulator-rest,simulator-coap");
        assertThat(up.exitCode()).as(up.printed()).isZero();
        assertThat(running())
                .extracting(part -> part.get("name").asText())
                .containsExactly("broker", "simulator-traffic", "simulator-rest", "simulator-coap");

        assertThat(soam.run("stop", "simulator-rest").exitCode()).isZero();
        assertThat(soam.run("simulators").printed())
                .containsPattern("simulator-coap +running")
                .containsPattern("simulator-rest +stopped")
                .contains("Smart City REST API Simulator");

        assertThat(soam.run("stop", "simulators").exitCode()).isZero();
        assertThat(running())
                .extracting(part -> part.get("name").asText())
                .containsExactly("broker");
    }

    private List<JsonNode> running() throws Exception {
        JsonNode status = new ObjectMapper().readTree(soam.run("status", "--json").printed());
        return StreamSupport.stream(status.get("parts").spliterator(), false)
                .filter(part -> part.hasNonNull("pid"))
                .toList();
    }

    private List<Long> markedProcesses() {
        String mark = "LOCAL_STACK_HOME=" + home.directory();
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> environment(pid).anyMatch(mark::equals))
                .toList();
    }

    private static Stream<String> environment(long pid) {
        try {
            return Stream.of(Files.readString(Path.of("/proc/" + pid + "/environ")).split("\0"));
        } catch (java.io.IOException e) {
            return Stream.empty();
        }
    }

    private void execute(String command) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private int answer() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT answer FROM survives")) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection connect() throws Exception {
        Secrets secrets = Secrets.loadOrGenerate(home.secrets());
        return DriverManager.getConnection(
                ports.databaseUrl("soam"), "soam", secrets.value(Secret.DATABASE));
    }

    private static Ports freePorts() {
        return IntStream.iterate(20_000, offset -> offset < 50_000, offset -> offset + 100)
                .mapToObj(Ports::new)
                .filter(LocalStackIT::areFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean areFree(Ports ports) {
        return IntStream.of(
                        ports.postgresql(),
                        ports.objectStore(),
                        ports.broker(),
                        ports.graph(),
                        ports.keycloak(),
                        ports.keycloakManagement(),
                        ports.restSimulator(),
                        ports.coapSimulator())
                .allMatch(PortOwner::isFree);
    }
}
