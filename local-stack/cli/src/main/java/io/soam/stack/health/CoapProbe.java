package io.soam.stack.health;

import io.soam.stack.process.Loopback;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.time.Duration;

/** Passes when a CoAP ping (RFC 7252, 4.3) is answered, which is by a reset. */
public record CoapProbe(int port) implements Probe {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(1).toMillis();

    /** Version 1, confirmable, no token, empty, message id 1. */
    private static final byte[] PING = {0x40, 0, 0, 1};

    private static final byte RESET = 0x70;

    @Override
    public boolean passes() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(Loopback.port(port));
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.send(new DatagramPacket(PING, PING.length));
            DatagramPacket answer = new DatagramPacket(new byte[PING.length], PING.length);
            socket.receive(answer);
            return answer.getLength() == PING.length && answer.getData()[0] == RESET;
        } catch (IOException e) {
            return false;
        }
    }
}
