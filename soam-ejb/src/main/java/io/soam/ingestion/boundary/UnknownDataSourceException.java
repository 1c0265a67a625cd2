package io.soam.ingestion.boundary;

import jakarta.ejb.ApplicationException;

/** There is no data source of that number; the message says which. */
@ApplicationException(rollback = true)
public final class UnknownDataSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownDataSourceException(long id) {
        super("There is no data source " + id + ".");
    }
}
