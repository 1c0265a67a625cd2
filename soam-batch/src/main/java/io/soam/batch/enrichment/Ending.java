package io.soam.batch.enrichment;

/**
 * How a launched application came to its end.
 *
 * @param kind what follows from it
 * @param reason for people; null if it was wanted
 */
record Ending(Kind kind, String reason) {

    enum Kind {
        /** This server stops, or the job was stopped in the console. */
        STOPPED,
        /** An administrator wants it down. */
        UNWANTED,
        /** A newer epoch has begun. */
        FENCED,
        FAILED
    }

    static Ending failed(String reason) {
        return new Ending(Kind.FAILED, reason);
    }

    static Ending of(Kind kind) {
        return new Ending(kind, null);
    }
}
