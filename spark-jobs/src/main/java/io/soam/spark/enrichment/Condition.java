package io.soam.spark.enrichment;

/**
 * What troubles the application at the moment, for those who watch it. Safe for several threads.
 */
final class Condition {

    private volatile String trouble;

    void troubled(String what) {
        trouble = what;
    }

    void well() {
        trouble = null;
    }

    /** What is wrong; null if nothing is. */
    String trouble() {
        return trouble;
    }
}
