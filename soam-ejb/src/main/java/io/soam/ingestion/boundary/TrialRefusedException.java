package io.soam.ingestion.boundary;

import jakarta.ejb.ApplicationException;

/** A configuration cannot be tried out now; the message says when. */
@ApplicationException(rollback = true)
public final class TrialRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrialRefusedException(String message) {
        super(message);
    }
}
