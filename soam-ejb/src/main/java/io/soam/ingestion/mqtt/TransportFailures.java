package io.soam.ingestion.mqtt;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why a connection was not made, as far as network and TLS are to blame. */
final class TransportFailures {

    private static final String ALERT = "Received fatal alert: ";

    private TransportFailures() {}

    /** What to tell people; null if the failure is none of these. */
    static String why(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof UnknownHostException) {
            return "there is no host of that name. Check the name, and that this server may look it"
                    + " up.";
        }
        if (failure instanceof TimeoutException || timedOut(failure)) {
            return "it does not answer. Check host and port, and whether a firewall is between.";
        }
        if (failure instanceof ConnectException) {
            return "the connection is refused. Check the port, and that the broker runs.";
        }
        if (failure instanceof NoRouteToHostException) {
            return "there is no way to that host from this server.";
        }
        if (failure instanceof SocketException && message.startsWith("Connection reset")) {
            return "it closes the connection at once. Check the port, and whether it wants TLS: a"
                    + " port with TLS and one without do not understand each other.";
        }
        if (failure instanceof SSLException) {
            return handshake(message);
        }
        return certificate(failure, message);
    }

    private static boolean timedOut(Throwable failure) {
        // Netty's own type is a ConnectException too.
        return failure instanceof ConnectException
                && String.valueOf(failure.getMessage()).contains("timed out");
    }

    private static String certificate(Throwable failure, String message) {
        if (failure instanceof CertificateExpiredException) {
            return "its certificate has expired. It must be renewed there.";
        }
        if (failure instanceof CertificateNotYetValidException) {
            return "its certificate is not valid yet. Compare the clocks of both servers.";
        }
        if (failure instanceof CertPathBuilderException
                || failure instanceof CertPathValidatorException) {
            return "its certificate is not signed by an authority that is trusted. Give the"
                    + " authority's certificate as ca_certificate.";
        }
        if (failure instanceof CertificateException
                && (message.startsWith("No subject alternative")
                        || message.startsWith("No name matching"))) {
            return "its certificate is for another host. Give the broker by the name that the"
                    + " certificate has ("
                    + message
                    + ").";
        }
        return null;
    }

    private static String handshake(String message) {
        if (message.contains("not an SSL/TLS record")) {
            return "it does not speak TLS on that port. Give its TLS port, usually "
                    + MqttSettings.DEFAULT_TLS_PORT
                    + ", or switch tls off.";
        }
        int alert = message.indexOf(ALERT);
        if (alert < 0) {
            return null;
        }
        return switch (message.substring(alert + ALERT.length())) {
            case "bad_certificate", "certificate_required", "handshake_failure" ->
                    "it wants a client certificate that it accepts. Give client_certificate and"
                            + " client_key.";
            case "certificate_expired" ->
                    "it refuses the client certificate, which has expired. Give a new one.";
            case "unknown_ca", "certificate_unknown", "certificate_revoked", "access_denied" ->
                    "it does not accept the client certificate. Give one of an authority that it"
                            + " trusts.";
            default -> "the TLS handshake failed (" + message + ").";
        };
    }
}
