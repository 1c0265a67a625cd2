package io.soam.ingestion.connector;

/** A session that the other side still keeps; the message tells the operator why. */
public final class SessionNotEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    public SessionNotEndedException(String message, Throwable cause) {
        super(message, cause);
    }
}
