package io.soam.bench;

/** The bench cannot go on; the message says why and what to do. */
final class BenchException extends Exception {

    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }

    BenchException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
