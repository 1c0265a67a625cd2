package io.soam.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Makes the messages: JSON as a sensor sends it, with the step that it belongs to, its number in
 * the step and its number among those of its device.
 */
final class Payloads {

    /** Text before a message's number; the reader looks for it. */
    static final String NUMBER = ",\"number\":";

    private static final String PADDING = ",\"padding\":\"";
    private static final String END = "\"}";

    private final String step;
    private final Load load;

    /**
     * @param step a text that no other step has, of letters and digits
     */
    Payloads(String step, Load load) {
        this.step = step;
        this.load = load;
    }

    /** Text that every message of a step begins with. */
    static String begin(String step) {
        return "{\"step\":\"" + step + "\"";
    }

    /** A message of the wanted size, or a little more if what it must say is longer. */
    byte[] payload(int number, Instant due) {
        StringBuilder text = new StringBuilder(load.payload() + 8);
        int device = load.device(number);
        text.append(begin(step))
                .append(NUMBER)
                .append(number)
                .append(",\"sensor_id\":\"bench-")
                .append(device)
                .append("\",\"sequence\":")
                .append(number / load.devices())
                .append(",\"timestamp\":\"")
                .append(due)
                .append("\",\"temperature\":")
                .append(15 + device % 10)
                .append('.')
                .append(number % 10);
        int room = load.payload() - text.length() - PADDING.length() - END.length();
        if (room >= 0) {
            text.append(PADDING).append("x".repeat(room)).append('"');
        }
        return text.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }
}
