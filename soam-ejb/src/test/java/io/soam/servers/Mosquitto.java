package io.soam.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mosquitto, as Debian has it; it can be killed and started again at the same port. */
public final class Mosquitto implements AutoCloseable {

    private final Path directory;
    private final int port = ServerProcess.freePort();
    private ServerProcess process;

    /**
     * A broker that is not started yet; as root it would otherwise become a user that may not
     * write.
     */
    public Mosquitto(Path directory, boolean persistent) throws IOException {
        this(directory, persistent, "allow_anonymous true");
    }

    /**
     * @param access lines of its configuration that say who may connect, and how
     */
    public Mosquitto(Path directory, boolean persistent, String access) throws IOException {
        this.directory = directory;
        Files.writeString(
                directory.resolve("mosquitto.conf"),
                """
                listener %d 127.0.0.1
                %s
                max_inflight_messages 1000
                max_queued_messages 0
                persistence %s
                persistence_location %s/
                user %s
                """
                        .formatted(
                                port,
                                access,
                                persistent,
                                directory,
                                System.getProperty("user.name")));
    }

    public int port() {
        return port;
    }

    public void start() {
        process =
                ServerProcess.start(
                        List.of("mosquitto", "-c", directory.resolve("mosquitto.conf").toString()),
                        directory.resolve("mosquitto.log"),
                        port);
    }

    /** Ends it in good order, which writes what it persists. */
    public void stop() {
        process.close();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
