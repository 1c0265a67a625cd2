package io.soam.ingestion.coap;

import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.scandium.dtls.DtlsHandshakeTimeoutException;
import org.eclipse.californium.scandium.dtls.HandshakeException;

/** Says in words why a device brings nothing, and what to do about it. */
final class CoapFailures {

    private CoapFailures() {}

    /** Of a request without an answer. */
    static CoapFailedException of(Request request, CoapSettings settings) {
        Throwable cause = cause(request);
        return new CoapFailedException(why(request, cause, settings), cause);
    }

    /** Of an answer that says no. */
    static CoapFailedException of(Response response) {
        String code = response.getCode() + " " + response.getCode().name();
        String why =
                switch (response.getCode()) {
                    case NOT_FOUND -> "The device has no such resource (" + code + ").";
                    case UNAUTHORIZED, FORBIDDEN ->
                            "The device does not let us read it (" + code + "). Check the keys.";
                    default -> "The device answers " + code + ".";
                };
        return new CoapFailedException(why, true, null);
    }

    private static Throwable cause(Request request) {
        return request.getSendError() == null
                ? request.getOnResponseError()
                : request.getSendError();
    }

    private static String why(Request request, Throwable cause, CoapSettings settings) {
        if (request.isRejected()) {
            return "The device rejects the request: it does not know what to do with it.";
        }
        if (cause instanceof DtlsHandshakeTimeoutException) {
            return settings.address()
                    + " does not answer the DTLS handshake. Check host and port, that it speaks"
                    + " coaps, and "
                    + whatIdentifies(settings)
                    + ".";
        }
        if (cause instanceof HandshakeException) {
            return "The DTLS handshake with "
                    + settings.address()
                    + " failed ("
                    + cause.getMessage()
                    + "). Check "
                    + whatIdentifies(settings)
                    + ".";
        }
        if (cause != null) {
            return "It could not be read: " + cause.getMessage() + ".";
        }
        return settings.address()
                + " does not answer. Check host and port, that the device is on, and whether a"
                + " firewall lets UDP through"
                + (settings.security() == null
                        ? "; it may want coaps."
                        : "; check " + whatIdentifies(settings) + ".");
    }

    private static String whatIdentifies(CoapSettings settings) {
        return settings.security() != null && settings.security().isShared()
                ? "psk_identity and psk_key"
                : "ca_certificate, the host name in the device's certificate, and the client"
                        + " certificate if it wants one";
    }
}
