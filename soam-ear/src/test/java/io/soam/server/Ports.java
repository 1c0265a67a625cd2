package io.soam.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Free ports of the loopback interface. */
final class Ports {

    static final int HTTP = 8080;
    static final int MANAGEMENT = 9990;

    private static final int LEAST_OFFSET = 20_000;
    private static final int OFFSETS = 10_000;

    private Ports() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** An offset with which all ports of a WildFly are free. */
    static int freeOffset() {
        Random random = new Random();
        int offset;
        do {
            offset = LEAST_OFFSET + random.nextInt(OFFSETS);
        } while (!isFree(HTTP + offset) || !isFree(MANAGEMENT + offset));
        return offset;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
