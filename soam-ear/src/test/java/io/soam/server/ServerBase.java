package io.soam.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Directory in which a server keeps what is its own, so that the provisioned one stays as it is.
 */
final class ServerBase {

    private static final Path PROVISIONED =
            Path.of(System.getProperty("soam.server", ""), "standalone");

    private ServerBase() {}

    /**
     * Makes a fresh one.
     *
     * @param withApplication whether the application is deployed in it
     */
    static Path make(String name, boolean withApplication) throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("soam.test.directory")));
        Path base = Files.createTempDirectory(parent, name);
        copy(PROVISIONED.resolve("configuration"), base.resolve("configuration"));
        Path deployments = Files.createDirectory(base.resolve("deployments"));
        if (withApplication) {
            Files.copy(Path.of(System.getProperty("soam.ear")), deployments.resolve("soam.ear"));
        }
        return base;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            paths.forEach(
                    path -> {
                        try {
                            Files.copy(path, to.resolve(from.relativize(path).toString()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
