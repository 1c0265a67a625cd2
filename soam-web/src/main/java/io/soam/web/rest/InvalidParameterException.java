package io.soam.web.rest;

import jakarta.ws.rs.WebApplicationException;

/** A parameter of an address is not what it should be. JAX-RS lets only its own exceptions pass. */
final class InvalidParameterException extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    InvalidParameterException(Problem problem) {
        super(problem.message(), new ProblemException(problem), problem.httpStatus());
    }
}
