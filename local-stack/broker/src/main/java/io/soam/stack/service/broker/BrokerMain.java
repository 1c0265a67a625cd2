package io.soam.stack.service.broker;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * HiveMQ CE as a process. Argument: its directory (made when missing). Environment: {@code
 * SOAM_BROKER_PORT} and {@code SOAM_BROKER_PERSISTENCE} ({@code file} or {@code in-memory}).
 */
public final class BrokerMain {

    /**
     * Unacknowledged messages per client. HiveMQ's own 50 bound a consumer that acknowledges after
     * an fsync to some hundred messages per second.
     */
    private static final int IN_FLIGHT_WINDOW = 1000;

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        Path configuration = Files.createDirectories(directory.resolve("conf"));
        writeConfiguration(configuration);
        InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = IN_FLIGHT_WINDOW;
        EmbeddedHiveMQ broker =
                EmbeddedHiveMQ.builder()
                        .withConfigurationFolder(configuration)
                        .withDataFolder(Files.createDirectories(directory.resolve("data")))
                        .withExtensionsFolder(
                                Files.createDirectories(directory.resolve("extensions")))
                        .build();
        broker.start().join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> broker.stop().join(), "stop"));
        Thread.currentThread().join();
    }

    private static void writeConfiguration(Path directory) throws IOException {
        try (InputStream template = BrokerMain.class.getResourceAsStream("/config.xml")) {
            Files.copy(
                    template, directory.resolve("config.xml"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
