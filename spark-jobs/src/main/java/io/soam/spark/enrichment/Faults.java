package io.soam.spark.enrichment;

/** Puts faults into words for people. */
final class Faults {

    private static final int MAX_LENGTH = 500;

    private Faults() {}

    /** Message of the innermost cause, on one line. */
    static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text =
                String.valueOf(root.getMessage() == null ? root : root.getMessage())
                        .replaceAll("\\s+", " ");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
