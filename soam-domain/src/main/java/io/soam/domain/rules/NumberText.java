package io.soam.domain.rules;

/** Tells whether a text is a number in the notation that silver accepts. */
public final class NumberText {

    private NumberText() {}

    /**
     * Whether {@code text} is an optional minus, digits, an optional decimal part and an optional
     * exponent, and nothing else.
     */
    public static boolean isNumber(String text) {
        int end = text.length();
        int at = end > 0 && text.charAt(0) == '-' ? 1 : 0;
        int next = digits(text, at);
        if (next == at) {
            return false;
        }
        if (next < end && text.charAt(next) == '.') {
            at = next + 1;
            next = digits(text, at);
            if (next == at) {
                return false;
            }
        }
        if (next < end && (text.charAt(next) == 'e' || text.charAt(next) == 'E')) {
            at = next + 1;
            if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            next = digits(text, at);
            if (next == at) {
                return false;
            }
        }
        return next == end;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
