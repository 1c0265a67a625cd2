package io.soam.quarantine.boundary;

import jakarta.ejb.ApplicationException;

/** The decision does not fit the message; the message says why. */
@ApplicationException(rollback = true)
public final class UndecidableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecidableMessageException(String message) {
        super(message);
    }
}
