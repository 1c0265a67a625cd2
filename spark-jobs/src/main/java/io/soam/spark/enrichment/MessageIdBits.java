package io.soam.spark.enrichment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A message id as 128 bits: two longs instead of an object, because there are millions. */
final class MessageIdBits {

    private static final int DIGITS = 32;

    private MessageIdBits() {}

    /** Writes both halves of an id to {@code into} from {@code at} on. */
    static void write(String messageId, long[] into, int at) {
        if (!isHexadecimal(messageId)) {
            UUID digest = UUID.nameUUIDFromBytes(messageId.getBytes(StandardCharsets.UTF_8));
            into[at] = digest.getMostSignificantBits();
            into[at + 1] = digest.getLeastSignificantBits();
            return;
        }
        into[at] = Long.parseUnsignedLong(messageId, 0, DIGITS / 2, 16);
        into[at + 1] = Long.parseUnsignedLong(messageId, DIGITS / 2, DIGITS, 16);
    }

    private static boolean isHexadecimal(String text) {
        if (text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
