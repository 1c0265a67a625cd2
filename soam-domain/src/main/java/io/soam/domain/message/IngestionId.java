package io.soam.domain.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * Names one stream of messages, equally on every replica and after every restart.
 *
 * <p>A data source has the id {@code md5(name_type)[:8]_slug(name)_type}; a source that carries
 * many streams appends one suffix per topic or resource. The source "Local Simulators MQTT" of type
 * mqtt is {@code 5ec7bb57_local_simulators_mqtt_mqtt}, and its topic {@code
 * smartcity/sensors/temperature} gives {@code …_mqtt_smartcity_sensors_temperature}.
 *
 * <p>The id becomes a directory of the lake ({@code bronze/ingestion_id=…}), so it never holds a
 * character that means something to a path, a URL or a shell.
 */
public record IngestionId(String value) {

    /** Longest id: the column that stores it, and far below what an object key may hold. */
    public static final int MAX_LENGTH = 255;

    private static final HexFormat HEX = HexFormat.of();

    public IngestionId {
        Objects.requireNonNull(value, "An ingestion id is required.");
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "An ingestion id has 1 to "
                            + MAX_LENGTH
                            + " characters, not "
                            + value.length());
        }
    }

    /** The id of a data source. */
    public static IngestionId ofSource(String name, String type) {
        String prefix = HEX.formatHex(md5(name + "_" + type), 0, 4);
        return bounded(prefix + "_" + slug(name.toLowerCase(Locale.ROOT)) + "_" + type, name);
    }

    /** The id of the stream that a source's MQTT topic or CoAP resource carries. */
    public IngestionId stream(String topic) {
        StringBuilder suffix = new StringBuilder(topic.length() + 9);
        boolean altered = false;
        for (int i = 0; i < topic.length(); i++) {
            char c = topic.charAt(i);
            switch (c) {
                case '/' -> suffix.append('_');
                case '#' -> suffix.append("wildcard");
                case '+' -> suffix.append("plus");
                default -> {
                    boolean safe = isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
                    suffix.append(safe ? c : '_');
                    altered |= !safe;
                }
            }
        }
        if (altered || topic.contains("..")) {
            // Two topics that differ only in characters we may not keep stay two streams.
            suffix.append('_').append(HEX.formatHex(md5(topic), 0, 4));
        }
        return bounded(value + "_" + suffix.toString().replace("..", "__"), topic);
    }

    @Override
    public String toString() {
        return value;
    }

    private static IngestionId bounded(String id, String distinguishing) {
        if (id.length() <= MAX_LENGTH) {
            return new IngestionId(id);
        }
        String hash = HEX.formatHex(md5(distinguishing), 0, 4);
        return new IngestionId(id.substring(0, MAX_LENGTH - 9) + "_" + hash);
    }

    private static String slug(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            slug.append(isLetterOrDigit(c) ? c : '_');
        }
        return slug.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
