package io.soam.ingestion.rest;

import java.net.UnknownHostException;

/** A request that was not sent, because its target is not for data sources to reach. */
final class ForbiddenTargetException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenTargetException(String host, String why) {
        super(
                "Requests to '"
                        + host
                        + "' are not allowed, because it "
                        + why
                        + ". If it is meant to be polled, ask an administrator to add it to"
                        + " SOAM_REST_ALLOWED_HOSTS");
    }
}
