package io.soam.quarantine.boundary;

import jakarta.ejb.ApplicationException;

/** There is no such message in quarantine. */
@ApplicationException(rollback = true)
public final class UnknownQuarantinedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownQuarantinedMessageException(String id) {
        super("There is no message " + id + " in quarantine.");
    }
}
