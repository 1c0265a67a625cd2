package io.soam.sparkconnect;

/**
 * Spark does not answer, or has forgotten the session; open another session and ask again later.
 */
public final class LakeUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LakeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
