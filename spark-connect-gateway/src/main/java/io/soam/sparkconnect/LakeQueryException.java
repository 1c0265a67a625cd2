package io.soam.sparkconnect;

/** Spark has refused or broken off the query; the session goes on. */
public final class LakeQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LakeQueryException(String message, Throwable cause) {
        super(message, cause);
    }
}
