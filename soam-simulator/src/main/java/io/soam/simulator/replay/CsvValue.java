package io.soam.simulator.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a value of a CSV file is in JSON: what JSON writes without quotes is a number or boolean.
 */
final class CsvValue {

    /** JSON's own notation: 007 stays a text. */
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d{0,30})(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?");

    private CsvValue() {}

    static void put(ObjectNode payload, String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (NUMBER.matcher(text).matches()) {
            payload.put(name, new BigDecimal(text));
        } else if (text.equals("true") || text.equals("false")) {
            payload.put(name, text.equals("true"));
        } else {
            payload.put(name, text);
        }
    }
}
