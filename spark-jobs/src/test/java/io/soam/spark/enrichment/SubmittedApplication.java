package io.soam.spark.enrichment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The application as WildFly launches it: spark-submit of spark-home, with a held standard input.
 */
final class SubmittedApplication implements AutoCloseable {

    private final Process process;

    SubmittedApplication(
            Map<String, String> conf,
            Map<String, String> environment,
            List<String> arguments,
            Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("spark.home") + "/bin/spark-submit");
        command.addAll(List.of("--master", "local[2]", "--name", "soam-enrichment"));
        command.addAll(List.of("--class", "io.soam.spark.enrichment.EnrichmentMain"));
        conf.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.add(System.getProperty("spark.application"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As kill -9 does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void requestStop() throws IOException {
        process.getOutputStream().write("stop\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    /** The exit code; -1 if it has not ended in that time. */
    int exitCode(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    /** Resident memory, bytes. */
    long resident() throws IOException {
        return java.nio.file.Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))
                        .stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                << 10;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
