package io.soam.ingestion.boundary;

import jakarta.ejb.ApplicationException;

/** Messages that were sent and not taken; the message says why and what to do. */
@ApplicationException(rollback = true)
public final class PushRefusedException extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** There is no data source of that id that messages can be sent to. */
        UNKNOWN,
        /** The data source does not run. */
        NOT_RUNNING,
        /** The caller may not send to it. */
        NOT_PERMITTED,
        /** The body or a message is larger, or they are more, than is allowed. */
        TOO_LARGE,
        /** The body is not of a format that is taken. */
        UNSUPPORTED,
        /** The body is not what it says it is. */
        INVALID,
        /** Nothing, or not all, could be stored in time. */
        NOT_STORED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public PushRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
