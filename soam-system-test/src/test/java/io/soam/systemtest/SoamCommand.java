package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./soam} with a home and ports of its own.
 *
 * @param home where the stack keeps everything
 * @param portOffset added to every port
 */
record SoamCommand(Path home, int portOffset) {

    private static final Logger LOG = System.getLogger(SoamCommand.class.getName());

    /**
     * How a subcommand has ended.
     *
     * @param printed what it wrote to its output
     * @param complaints what it wrote to its error output
     */
    record Outcome(int exitCode, String printed, String complaints) {}

    /** Runs a subcommand to its end, which must be a success, and returns what it has printed. */
    String run(Duration patience, String... arguments) {
        Outcome outcome = execute(patience, arguments);
        assertThat(outcome.exitCode()).as("soam %s: %s", List.of(arguments), outcome).isZero();
        return outcome.printed();
    }

    /** Runs a subcommand to its end, whatever that is. */
    Outcome execute(Duration patience, String... arguments) {
        LOG.log(Level.INFO, "soam {0}", String.join(" ", arguments));
        try {
            Files.createDirectories(home);
            Path output = Files.createTempFile(home.getParent(), "soam-", ".out");
            Path errors = Files.createTempFile(home.getParent(), "soam-", ".err");
            Process process = process(arguments, output, errors).start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroy();
            }
            String printed = Files.readString(output);
            String complaints = Files.readString(errors);
            Files.delete(output);
            Files.delete(errors);
            assertThat(ended)
                    .as("soam %s ended in time%n%s%s", List.of(arguments), printed, complaints)
                    .isTrue();
            return new Outcome(process.exitValue(), printed, complaints);
        } catch (IOException e) {
            throw new AssertionError("soam cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private ProcessBuilder process(String[] arguments, Path output, Path errors) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("soam.command")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SOAM_"));
        environment.put("SOAM_HOME", home.toString());
        environment.put("SOAM_PORT_OFFSET", Integer.toString(portOffset));
        return builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    }
}
