package io.soam.sparkconnect;

/** Another writer has changed the same rows or files meanwhile; nothing was done, try again. */
public final class LakeConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LakeConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
