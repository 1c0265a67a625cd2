package io.soam.web.rest;

import jakarta.ws.rs.WebApplicationException;

/** A number in an address is none. JAX-RS lets only its own exceptions pass a converter. */
final class NotANumberException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    NotANumberException(Problem problem) {
        super(problem.message(), new ProblemException(problem), problem.httpStatus());
    }
}
