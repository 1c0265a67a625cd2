package io.soam.schema.boundary;

import jakarta.ejb.ApplicationException;

/** There is no dataset of that ingestion id; the message says which. */
@ApplicationException(rollback = true)
public final class UnknownDatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownDatasetException(String ingestionId) {
        super(
                "There is no dataset "
                        + ingestionId
                        + ". A dataset appears some seconds after its first message.");
    }
}
