package io.soam.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real server as a process of its own, on the loopback interface, ended with the test. */
final class ServerProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 10;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it listens. */
    static ServerProcess start(List<String> command, Path log, int port) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            Awaitility.await(command.get(0))
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> !process.isAlive() || listens(port));
            if (!process.isAlive()) {
                throw new IllegalStateException(command + " has ended, see " + log);
            }
            return new ServerProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException("Is it installed? " + command, e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
