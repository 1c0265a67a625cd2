package io.soam.ingestion.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;

/** Says in a sentence why there is no answer, and what to do about it. */
final class FetchFailure {

    private FetchFailure() {}

    static String text(IOException failure, HttpUrl url, ResponseLimits limits) {
        ForbiddenTargetException forbidden = forbidden(failure);
        if (forbidden != null) {
            return forbidden.getMessage() + ".";
        }
        String at = RestSettings.endpoint(url);
        if (failure instanceof UnknownHostException) {
            return "There is no host '" + url.host() + "'. Check the URL.";
        }
        if (failure instanceof InterruptedIOException) {
            return "No complete answer came from "
                    + at
                    + " in time (connecting may take "
                    + limits.connect().toSeconds()
                    + " s, all together "
                    + limits.total().toSeconds()
                    + " s).";
        }
        if (failure instanceof ConnectException) {
            return "Nothing answers at " + url.host() + ":" + url.port() + ". Check host and port.";
        }
        if (failure instanceof SSLException) {
            return "No encrypted connection to "
                    + url.host()
                    + " could be made: "
                    + failure.getMessage()
                    + ". Check its certificate.";
        }
        return "No answer of " + at + " can be used: " + failure.getMessage() + ".";
    }

    private static ForbiddenTargetException forbidden(Throwable failure) {
        if (failure instanceof ForbiddenTargetException forbidden) {
            return forbidden;
        }
        for (Throwable other : failure.getSuppressed()) {
            if (other instanceof ForbiddenTargetException forbidden) {
                return forbidden;
            }
        }
        return failure.getCause() == null ? null : forbidden(failure.getCause());
    }
}
