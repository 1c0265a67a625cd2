package io.soam.sparkconnect;

/** Spark has refused or broken off the query; the session goes on. */
public final class LakeQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean timeout;

    LakeQueryException(String message, Throwable cause) {
        this(message, cause, false);
    }

    LakeQueryException(String message, Throwable cause, boolean timeout) {
        super(message, cause);
        this.timeout = timeout;
    }

    /** Whether Spark was too slow, and not the query wrong. */
    public boolean isTimeout() {
        return timeout;
    }
}
