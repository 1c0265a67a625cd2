package io.soam.ingestion.coap;

/** A resource that could not be read; the message says why, for people. */
final class CoapFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean answered;

    CoapFailedException(String message, Throwable cause) {
        this(message, false, cause);
    }

    CoapFailedException(String message, boolean answered, Throwable cause) {
        super(message, cause);
        this.answered = answered;
    }

    /** Whether the device is there, and only says no. */
    boolean isAnswered() {
        return answered;
    }
}
