package io.soam.city.control;

/** The city graph does not answer; the message says which and why. */
public final class GraphUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GraphUnavailableException(String address, Throwable cause) {
        super("Neo4j at " + address + " cannot be used: " + innermost(cause).getMessage(), cause);
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
