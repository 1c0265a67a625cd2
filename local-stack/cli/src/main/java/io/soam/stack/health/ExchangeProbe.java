package io.soam.stack.health;

import io.soam.stack.process.Loopback;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Passes when the part answers a greeting in its binary protocol. */
public final class ExchangeProbe implements Probe {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MQTT_ACCEPTED = {0x20, 2, 0, 0};
    private static final byte[] MQTT_DISCONNECT = {(byte) 0xE0, 0};

    private final int port;
    private final byte[] greeting;
    private final int answerLength;
    private final Predicate<byte[]> accepted;

    private ExchangeProbe(int port, byte[] greeting, int answerLength, Predicate<byte[]> accepted) {
        this.port = port;
        this.greeting = greeting;
        this.answerLength = answerLength;
        this.accepted = accepted;
    }

    /** An MQTT 3.1.1 CONNECT with a clean session, and DISCONNECT once it is accepted. */
    public static Probe mqtt(int port) {
        byte[] id = "soam-stack-probe".getBytes(StandardCharsets.US_ASCII);
        String connect =
                "10%02x00044d5154540402000a00%02x%s"
                        .formatted(12 + id.length, id.length, HEX.formatHex(id));
        return new ExchangeProbe(
                port,
                HEX.parseHex(connect),
                MQTT_ACCEPTED.length,
                answer -> Arrays.equals(answer, MQTT_ACCEPTED));
    }

    /** Bolt's handshake, offering versions 5.4 to 5.0 and 4.4. */
    public static Probe bolt(int port) {
        byte[] offer = HEX.parseHex("6060b017" + "00040405" + "00000404" + "0000000000000000");
        return new ExchangeProbe(port, offer, 4, answer -> answer[3] != 0);
    }

    @Override
    public boolean passes() {
        try (Socket socket = new Socket()) {
            socket.connect(Loopback.port(port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(greeting);
            byte[] answer = socket.getInputStream().readNBytes(answerLength);
            boolean passes = answer.length == answerLength && accepted.test(answer);
            if (Arrays.equals(answer, MQTT_ACCEPTED)) {
                socket.getOutputStream().write(MQTT_DISCONNECT);
            }
            return passes;
        } catch (IOException e) {
            return false;
        }
    }
}
