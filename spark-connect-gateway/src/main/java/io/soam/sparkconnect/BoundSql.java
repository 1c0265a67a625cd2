package io.soam.sparkconnect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the values of named parameters into a statement, as literals that cannot be anything else
 * than the value: a text goes as hexadecimal digits.
 *
 * <p>It is done here because the parser that Delta 4.4 puts before Spark's does not hand parameters
 * on (its {@code parsePlanWithParameters} is the inherited one, which ignores them), so that Spark
 * Connect finds them unbound.
 */
final class BoundSql {

    /** What is no place for a parameter is matched first and left alone. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`(?:[^`]|``)*`"
                            + "|--[^\\n]*|/\\*.*?\\*/|::|:(?<name>[A-Za-z_]\\w*)",
                    Pattern.DOTALL);

    private BoundSql() {}

    /**
     * The statement without parameters.
     *
     * @throws LakeQueryException if a parameter has no value
     */
    static String of(String sql, Map<String, Object> parameters) {
        return TOKEN.matcher(sql).replaceAll(token -> replacement(token.group(), parameters));
    }

    private static String replacement(String token, Map<String, Object> parameters) {
        if (!token.startsWith(":") || token.equals("::")) {
            return Matcher.quoteReplacement(token);
        }
        String name = token.substring(1);
        Object value = parameters.get(name);
        if (value == null) {
            throw new LakeQueryException("The parameter " + name + " has no value.", null);
        }
        return Matcher.quoteReplacement(literal(value));
    }

    private static String literal(Object value) {
        if (value instanceof Instant instant) {
            return "timestamp '" + instant + "'";
        }
        if (value instanceof String text) {
            return "decode(unhex('"
                    + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))
                    + "'), 'UTF-8')";
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Double number) {
            return "double('" + number + "')";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Collection<?> several && !several.isEmpty()) {
            return several.stream().map(BoundSql::literal).collect(Collectors.joining(", "));
        }
        throw new IllegalArgumentException("No SQL literal for " + value.getClass().getName());
    }
}
