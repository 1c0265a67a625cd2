package io.soam.platform.boundary;

import jakarta.ejb.ApplicationException;

/**
 * The caller may use this method, but not for this object; the message says what would be needed.
 */
@ApplicationException(rollback = true)
public final class NotPermittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotPermittedException(String message) {
        super(message);
    }
}
