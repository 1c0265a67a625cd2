package io.soam.domain.schema;

/** Tells texts that are more than texts: identifiers and times. */
final class TextType {

    private static final int UUID_LENGTH = 36;

    /** {@code 2026-11-24} and {@code 2026-11-24T10:15:30.123456789+01:00}. */
    private static final int SHORTEST_TIME = 10;

    private static final int LONGEST_TIME = 40;

    private TextType() {}

    /** Whether the text has the shape of a UUID, {@code 8-4-4-4-12} hexadecimal digits. */
    static boolean isUuid(char[] text, int from, int length) {
        if (length != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text[from + i];
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isHex(c)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the text begins as an ISO time does, {@code 2026-11-24}; only then it is worth
     * reading it as one. Digits alone are a number that came as text.
     */
    static boolean mayBeTime(char[] text, int from, int length) {
        if (length < SHORTEST_TIME || length > LONGEST_TIME) {
            return false;
        }
        for (int i = 0; i < SHORTEST_TIME; i++) {
            char c = text[from + i];
            boolean dash = i == 4 || i == 7;
            if (dash ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
