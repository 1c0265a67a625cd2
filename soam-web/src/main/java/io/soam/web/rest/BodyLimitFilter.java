package io.soam.web.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses bodies that are too large, in words. The server's own limit is higher: it ends the
 * connection without any.
 */
@Provider
@PreMatching
public class BodyLimitFilter implements ContainerRequestFilter {

    /** Above what any resource takes. */
    static final int MOST_BYTES = 10 << 20;

    private static final int TOO_LARGE = 413;
    private static final int DIGITS_OF_INT = 10;

    @Override
    public void filter(ContainerRequestContext request) {
        if (announced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > MOST_BYTES) {
            request.abortWith(Problems.ofStatus(TOO_LARGE).response());
        } else if (request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream()));
        }
    }

    /** Bytes, or 0 if nothing is said; JAX-RS's own reading takes what is no int for nothing. */
    private static long announced(String length) {
        if (length == null || !length.matches("\\d+")) {
            return 0;
        }
        return length.length() > DIGITS_OF_INT ? Long.MAX_VALUE : Long.parseLong(length);
    }

    /** A body whose length was not announced, or was a lie. */
    private static final class LimitedStream extends FilterInputStream {

        private long left = MOST_BYTES;

        LimitedStream(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            taken(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            taken(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            taken(skipped);
            return skipped;
        }

        private void taken(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new ClientErrorException(TOO_LARGE);
            }
        }
    }
}
