package io.soam.platform.control;

/** A stored secret cannot be decrypted; the message says what to do. */
public final class SealedSecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealedSecretException(String message) {
        super(message);
    }

    SealedSecretException(String message, Throwable cause) {
        super(message, cause);
    }
}
