package io.soam.domain.schema;

/** Texts that every database and every encoding takes. */
final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** The text with control characters and halves of characters replaced. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            boolean half =
                                    c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                            clean.appendCodePoint(
                                    half || Character.isISOControl(c) ? REPLACEMENT : c);
                        });
        return clean.toString();
    }
}
