package io.soam.domain.schema;

/** Names of nested fields: {@code a.b} in an object, {@code a[]} for what is in an array. */
final class FieldPath {

    /** A longer path is not followed; it would not fit a column of a table. */
    static final int LONGEST = 500;

    private static final String ELEMENTS = "[]";

    private FieldPath() {}

    /** The path of a field of an object; the path of the object is empty for the message itself. */
    static String field(String object, String name) {
        String clean = CleanText.of(name);
        String shown = needsQuotes(clean) ? "`" + clean.replace("`", "``") + "`" : clean;
        return object.isEmpty() ? shown : object + "." + shown;
    }

    /** The path of the elements of an array. */
    static String elements(String array) {
        return array + ELEMENTS;
    }

    /** A name that looks like a path itself must not be taken for one. */
    private static boolean needsQuotes(String name) {
        if (name.isEmpty()) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == '[' || c == ']' || c == '`') {
                return true;
            }
        }
        return false;
    }
}
