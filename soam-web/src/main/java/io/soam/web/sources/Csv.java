package io.soam.web.sources;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of CSV (RFC 4180). */
public final class Csv {

    private Csv() {}

    /**
     * A line with its end. A text that a spreadsheet would run as a formula is made a text by an
     * apostrophe: names come from devices, and whoever opens the file must not run them.
     */
    public static String line(Object... values) {
        return Arrays.stream(values).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = value instanceof String && text.matches("(?s)[=+\\-@\t\r].*");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
