package io.soam.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The directory with everything a stack keeps ({@code SOAM_HOME}): data, secrets, logs, pid files.
 */
public record Home(Path directory) {

    private static final String OWNER_ONLY = "rwx------";

    /** Everything this program makes in its home; {@code reset} deletes nothing else. */
    private static final List<String> CONTENT =
            List.of(
                    "secrets.properties",
                    "lock",
                    "run",
                    "logs",
                    "postgresql",
                    "object-store",
                    "broker",
                    "neo4j",
                    "keycloak",
                    "wildfly",
                    "spark",
                    "spool",
                    "server-2",
                    "server-3",
                    "simulator-temperature",
                    "simulator-air-quality",
                    "simulator-smart-bin",
                    "simulator-traffic",
                    "simulator-rest",
                    "simulator-coap");

    /** Makes the home and closes it to everybody else. */
    public void create() throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(OWNER_ONLY));
        Files.createDirectories(directory.resolve("run"));
        Files.createDirectories(directory.resolve("logs"));
    }

    /** The directory of a part's data. */
    public Path data(String part) {
        return directory.resolve(part);
    }

    public Path log(String part) {
        return directory.resolve("logs").resolve(part + ".log");
    }

    public Path pidFile(String part) {
        return directory.resolve("run").resolve(part + ".pid");
    }

    public Path secrets() {
        return directory.resolve("secrets.properties");
    }

    /** Where a server keeps messages that are acknowledged but not yet in the lake. */
    public Path spool(Server server) {
        return server.isFirst()
                ? directory.resolve("spool")
                : data(server.partName()).resolve("spool");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    /** Deletes what this program made here, and the directory itself when nothing else is in it. */
    public void delete() throws IOException {
        for (String entry : CONTENT) {
            FileTree.delete(directory.resolve(entry));
        }
        if (Files.isDirectory(directory) && FileTree.isEmpty(directory)) {
            Files.delete(directory);
        }
    }
}
