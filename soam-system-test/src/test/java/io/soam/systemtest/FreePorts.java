package io.soam.systemtest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/** Finds room for a whole stack beside whatever else runs on this machine. */
final class FreePorts {

    private static final List<Integer> PORTS =
            List.of(8080, 8280, 9990, 10190, 8180, 8190, 15432, 9100, 1883, 7687, 15002);

    private FreePorts() {}

    static int offset() {
        return IntStream.iterate(3000, offset -> offset < 20_000, offset -> offset + 100)
                .filter(offset -> PORTS.stream().allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No ports are free for a stack"));
    }

    /** A port that nobody has now. */
    static int one() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError("No port is free", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
