package io.soam.lake.control;

import java.net.URI;

/** The object store does not do what it is asked; the message says which store and why. */
public final class ObjectStoreException extends Exception {

    private static final long serialVersionUID = 1L;

    ObjectStoreException(URI endpoint, Throwable cause) {
        super("The object store at " + endpoint + " cannot be used: " + cause.getMessage(), cause);
    }

    ObjectStoreException(String message) {
        super(message);
    }
}
