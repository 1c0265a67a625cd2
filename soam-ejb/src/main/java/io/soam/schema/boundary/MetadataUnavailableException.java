package io.soam.schema.boundary;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database that holds the metadata does not answer as it should. */
@ApplicationException(rollback = true)
public final class MetadataUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MetadataUnavailableException(SQLException cause) {
        super(
                "The metadata cannot be read or written now, because the database does not answer as it"
                        + " should. Nothing is lost; try again in a moment.",
                cause);
    }
}
