package io.soam.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories in which the stacks under test live. The last one stays, for its logs. */
final class StackHomes {

    private static final String PREFIX = "soam-home-";

    private StackHomes() {}

    /** A new directory. Earlier ones are deleted, after ending what an aborted run left in them. */
    static Path fresh() {
        try {
            Path target = Files.createDirectories(Path.of(System.getProperty("soam.target")));
            for (Path old : earlier(target)) {
                new SoamCommand(old, 0).run(Duration.ofMinutes(2), "down");
                delete(old);
            }
            return Files.createTempDirectory(target, PREFIX).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("No home for the stack", e);
        }
    }

    private static List<Path> earlier(Path target) throws IOException {
        try (Stream<Path> entries = Files.list(target)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .map(Path::toAbsolutePath)
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path entry : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
