package io.soam.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The runnable jar as its users start it. */
public final class SimulatorProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Process process;
    private final Path log;

    private SimulatorProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static SimulatorProcess start(Path folder, int port, String kind, String... options)
            throws IOException {
        Path log = Files.createTempFile(folder, "simulator", ".log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-jar",
                                System.getProperty("soam.simulator.jar"),
                                kind));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MQTT_BROKER", "127.0.0.1");
        builder.environment().put("MQTT_PORT", Integer.toString(port));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new SimulatorProcess(builder.start(), log);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits for its own end and returns the exit code. */
    public int await() {
        assertThat(process.onExit()).as("ended by itself").succeedsWithin(PATIENCE);
        return process.exitValue();
    }

    /** Sends SIGTERM and returns the exit code. */
    public int terminate() {
        process.destroy();
        assertThat(process.onExit()).as("ended on SIGTERM").succeedsWithin(PATIENCE);
        return process.exitValue();
    }

    /** Sends SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        assertThat(process.onExit()).succeedsWithin(PATIENCE);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
