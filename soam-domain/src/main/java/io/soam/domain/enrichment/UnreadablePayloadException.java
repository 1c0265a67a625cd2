package io.soam.domain.enrichment;

/** A payload that no reader understands. */
public final class UnreadablePayloadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final QuarantineReason reason;

    /**
     * @param reason the kind of fault
     * @param detail what is wrong and where, for the person who mends it
     */
    public UnreadablePayloadException(QuarantineReason reason, String detail) {
        // Without a stack trace: poison may come in masses, and its place in our code says nothing.
        super(detail, null, false, false);
        this.reason = reason;
    }

    public QuarantineReason reason() {
        return reason;
    }
}
