package io.soam.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param environment added to ours; secrets travel here, never on the command line
 */
public record Launch(Path directory, List<String> command, Map<String, String> environment) {

    /**
     * Starts the process in a session of its own, so that Ctrl-C in our terminal does not reach it.
     *
     * @param log receives what it prints
     */
    public Process start(Path log) throws IOException {
        Files.createDirectories(directory);
        List<String> detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(detached)
                        .directory(directory.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
