package io.soam.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Debian's broker as a process of its own, which keeps sessions when it is stopped and started. */
public final class Mosquitto implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private Process process;

    public Mosquitto(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
    }

    public static boolean isInstalled() {
        return executable() != null;
    }

    public int port() {
        return port;
    }

    public void start() throws IOException {
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                """
                listener %d 127.0.0.1
                allow_anonymous true
                user %s
                persistence true
                persistence_location %s/
                max_queued_messages 0
                """
                        .formatted(port, System.getProperty("user.name"), folder));
        process =
                new ProcessBuilder(executable(), "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start();
    }

    /** Ends the broker in order: it saves its sessions. */
    public void stop() {
        process.destroy();
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    /** Payloads received from now on, in order. The subscription outlives the broker's restart. */
    public Queue<String> subscribe(String topic) throws Exception {
        Mqtt5AsyncClient client =
                Mqtt5Client.builder()
                        .identifier("observer")
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .automaticReconnect()
                        .initialDelay(100, TimeUnit.MILLISECONDS)
                        .maxDelay(1, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, publish -> received.add(text(publish)));
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send()
                .get(20, TimeUnit.SECONDS);
        client.subscribeWith().topicFilter(topic).send().get(20, TimeUnit.SECONDS);
        return received;
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private static String text(Mqtt5Publish publish) {
        return new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    private static String executable() {
        return List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto")
                .stream()
                .filter(candidate -> Files.isExecutable(Path.of(candidate)))
                .findFirst()
                .orElse(null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
