package io.soam.ingestion.connector;

/**
 * A data source's configuration that cannot work; the message says what is wrong and how to mend
 * it.
 */
public final class InvalidSourceConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSourceConfigurationException(String message) {
        super(message);
    }
}
