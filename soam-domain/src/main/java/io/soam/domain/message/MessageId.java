package io.soam.domain.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies a message by what it says: the SHA-256 of stream, topic and payload, cut to 128 bits.
 *
 * <p>MQTT offers nothing else that survives a redelivery (packet ids are reused, the duplicate flag
 * is a hint), so equal content on one topic is one message. A source that honestly repeats itself
 * without a time or counter needs a time or a counter in its payload (docs/adr/0004).
 */
public final class MessageId {

    /** Length of an id in bytes; its text form has twice as many hexadecimal digits. */
    public static final int BYTES = 16;

    private static final HexFormat HEX = HexFormat.of();
    private static final ThreadLocal<MessageDigest> SHA_256 =
            ThreadLocal.withInitial(MessageId::sha256);

    private MessageId() {}

    /** The id of a message; {@code topic} is the topic, resource or URL it came by. */
    public static byte[] of(String ingestionId, String topic, byte[] payload) {
        MessageDigest digest = SHA_256.get();
        digest.update(ingestionId.getBytes(StandardCharsets.UTF_8));
        // A separator that UTF-8 text cannot hold, so that no two splits of the same text are
        // equal.
        digest.update((byte) 0xff);
        digest.update(topic.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xff);
        byte[] id = new byte[BYTES];
        System.arraycopy(digest.digest(payload), 0, id, 0, BYTES);
        return id;
    }

    /**
     * The id of a message whose source tells its identity: an idempotency key, or the number of a
     * poll. Two messages of one key are one, whatever they hold.
     */
    public static byte[] ofKey(String ingestionId, String key) {
        MessageDigest digest = SHA_256.get();
        digest.update(ingestionId.getBytes(StandardCharsets.UTF_8));
        // Twice the separator that `of` uses once: no topic and payload can give the same bytes.
        digest.update((byte) 0xff);
        digest.update((byte) 0xff);
        digest.update((byte) 0xff);
        byte[] id = new byte[BYTES];
        System.arraycopy(digest.digest(key.getBytes(StandardCharsets.UTF_8)), 0, id, 0, BYTES);
        return id;
    }

    /** The 32 hexadecimal digits that bronze and silver carry. */
    public static String text(byte[] id) {
        return HEX.formatHex(id);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
