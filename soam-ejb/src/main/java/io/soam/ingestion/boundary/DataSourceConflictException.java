package io.soam.ingestion.boundary;

import jakarta.ejb.ApplicationException;

/** What is asked for contradicts what is there; the message says what to do. */
@ApplicationException(rollback = true)
public final class DataSourceConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataSourceConflictException(String message) {
        super(message);
    }
}
