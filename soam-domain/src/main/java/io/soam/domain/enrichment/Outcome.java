package io.soam.domain.enrichment;

/** What becomes of a message: exactly one of these. */
public sealed interface Outcome {

    /** It is a silver row. */
    record Refined(SilverRow row) implements Outcome {}

    /**
     * It cannot be a silver row.
     *
     * @param detail what is wrong, for the person who mends it
     */
    record Quarantined(QuarantineReason reason, String detail) implements Outcome {}

    /** Its stream belongs to no registered device; it waits until one is registered. */
    record Waiting() implements Outcome {}
}
