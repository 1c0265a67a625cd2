package io.soam.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ./soam} as a person runs it, with a home and ports of its own. */
record Command(Path home, int portOffset) {

    private static final Path SCRIPT = Path.of("../../soam").toAbsolutePath().normalize();

    /** What a command has printed, errors included, and its exit code. */
    record Result(int exitCode, String printed) {}

    Result run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("soam", ".out");
        Process process = start(output, arguments);
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        Result result = new Result(process.waitFor(), Files.readString(output));
        Files.delete(output);
        return result;
    }

    /** Starts a command and returns while it runs. */
    Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("SOAM_HOME", home.toString());
        builder.environment().put("SOAM_PORT_OFFSET", String.valueOf(portOffset));
        return builder.start();
    }
}
