package io.soam.simulator.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much faster than recorded. Written {@code 10x} or {@code 0.5x}; the x may be left out.
 *
 * @param factor more than zero
 */
record Speed(double factor) {

    private static final Pattern NOTATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)x?");

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static Speed parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        double factor = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (factor <= 0) {
            throw new IllegalArgumentException(
                    "'%s' is no speed. Write for example 10x or 0.5x.".formatted(text));
        }
        return new Speed(factor);
    }
}
