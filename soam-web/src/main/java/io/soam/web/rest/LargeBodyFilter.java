package io.soam.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses bodies that the server would not let us read: it ends such requests with an empty answer.
 */
@Provider
@PreMatching
public class LargeBodyFilter implements ContainerRequestFilter {

    /** WildFly's {@code max-post-size}. */
    static final int MOST_BYTES = 10 << 20;

    private static final int TOO_LARGE = 413;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MOST_BYTES || isBeyondCounting(request)) {
            request.abortWith(Problems.ofStatus(TOO_LARGE).response());
        }
    }

    /** A length that is no int is given as -1, as if there were none. */
    private static boolean isBeyondCounting(ContainerRequestContext request) {
        String length = request.getHeaderString("Content-Length");
        return length != null && length.matches("\\d{11,}");
    }
}
