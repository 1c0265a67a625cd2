package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A broker that is not the stack's: mosquitto with a user name and a password. */
record OwnBroker(Process process, int port, String user, String password) implements AutoCloseable {

    static OwnBroker start(Path folder, String user, String password) throws IOException {
        int port = FreePorts.one();
        Path passwords = folder.resolve("passwords");
        run(List.of("mosquitto_passwd", "-c", "-b", passwords.toString(), user, password));
        Path configuration =
                Files.writeString(
                        folder.resolve("mosquitto.conf"),
                        """
                        listener %d 127.0.0.1
                        allow_anonymous false
                        password_file %s
                        user %s
                        """
                                .formatted(port, passwords, System.getProperty("user.name")));
        Process process =
                new ProcessBuilder("mosquitto", "-c", configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(10)).until(() -> answers(port));
        return new OwnBroker(process, port, user, password);
    }

    void publish(String topic, String payload) {
        send(topic, payload);
    }

    void publishRetained(String topic, String payload) {
        send(topic, payload, "-r");
    }

    private void send(String topic, String payload, String... more) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("mosquitto_pub", "-h", "127.0.0.1", "-p", Integer.toString(port)));
        command.addAll(List.of("-u", user, "-P", password, "-q", "1", "-t", topic, "-m", payload));
        command.addAll(List.of(more));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process run = new ProcessBuilder(command).inheritIO().start();
            assertThat(run.onExit()).succeedsWithin(Duration.ofSeconds(20));
            assertThat(run.exitValue()).as("%s", command.get(0)).isZero();
        } catch (IOException e) {
            throw new AssertionError(command.get(0) + " cannot be started", e);
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }
}
