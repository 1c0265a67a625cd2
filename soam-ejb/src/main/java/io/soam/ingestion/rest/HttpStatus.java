package io.soam.ingestion.rest;

import io.soam.ingestion.connector.PollFailedException;
import java.time.Duration;

/** Says what an HTTP status means for the operator. */
final class HttpStatus {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private HttpStatus() {}

    /**
     * Lets a usable answer pass.
     *
     * @throws PollFailedException if it is none, with the pause that its status calls for
     */
    static void require(FetchedAnswer answer, RestSettings settings) throws PollFailedException {
        if (answer.isSuccess() || answer.isNotModified()) {
            return;
        }
        throw new PollFailedException(
                RestSettings.endpoint(answer.url())
                        + " answers with HTTP "
                        + answer.status()
                        + hint(answer.status()),
                pause(answer, settings),
                null);
    }

    /** A refusal does not mend itself within seconds, and asking often may lock an account. */
    private static Duration pause(FetchedAnswer answer, RestSettings settings) {
        Duration interval = settings.pollInterval();
        Duration wanted = answer.retryAfter();
        if (wanted != null) {
            return wanted.compareTo(interval) < 0 ? interval : wanted;
        }
        int status = answer.status();
        boolean refusal = status < 500 && status != REQUEST_TIMEOUT;
        return refusal ? interval : null;
    }

    private static String hint(int status) {
        return switch (status) {
            case UNAUTHORIZED -> ": it does not accept the credentials. Check authentication.";
            case FORBIDDEN -> ": the credentials do not give the right to this. Ask its provider.";
            case 404, 410 -> ": there is nothing at this address. Check the URL.";
            case 405 -> ": it does not know this method. Try the other one.";
            case 400, 422 -> ": it does not understand the request. Check parameters and body.";
            case TOO_MANY_REQUESTS -> ": too many requests. A longer poll interval may help.";
            default -> status >= 500 ? ": the server has a problem of its own." : ".";
        };
    }
}
