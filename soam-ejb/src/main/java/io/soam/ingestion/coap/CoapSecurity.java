package io.soam.ingestion.coap;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.connector.Pem;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/**
 * How device and server know each other over DTLS: by a key that both have, or by certificates.
 *
 * @param pskIdentity name of the shared key; null if certificates are used
 * @param pskKey the shared key; null if certificates are used
 * @param authorities who may have signed the device's certificate
 * @param chain our own certificate and those between it and its authority; empty if we have none
 * @param key the key of our certificate; null if we have none
 */
record CoapSecurity(
        String pskIdentity,
        String pskKey,
        List<X509Certificate> authorities,
        List<X509Certificate> chain,
        PrivateKey key) {

    private static final String IDENTITY = "psk_identity";
    private static final String PSK = "psk_key";
    private static final String AUTHORITY = "ca_certificate";
    private static final String CERTIFICATE = "client_certificate";
    private static final String KEY = "client_key";
    private static final String HEX = "hex:";

    /** Null for plain CoAP. */
    static CoapSecurity of(JsonNode config, boolean secure) {
        String identity = CoapSettings.text(config, IDENTITY);
        String psk = CoapSettings.text(config, PSK);
        String authority = CoapSettings.text(config, AUTHORITY);
        String certificate = CoapSettings.text(config, CERTIFICATE);
        String key = CoapSettings.text(config, KEY);
        require(
                secure || allNull(identity, psk, authority, certificate, key),
                "Keys or certificates are given but the scheme is coap. Choose coaps.");
        if (!secure) {
            return null;
        }
        require(
                (identity == null) == (psk == null),
                "A shared key needs its identity. Give both psk_identity and psk_key, or neither.");
        require(
                (certificate == null) == (key == null),
                "A client certificate needs its key. Give both client_certificate and client_key,"
                        + " or neither.");
        require(
                (psk == null) != (authority == null),
                "coaps needs either a shared key (psk_identity and psk_key) or the certificate of"
                        + " the authority that signed the device's (ca_certificate).");
        CoapSecurity security =
                new CoapSecurity(
                        identity,
                        psk,
                        authority == null ? List.of() : Pem.certificates(authority, AUTHORITY),
                        certificate == null
                                ? List.of()
                                : Pem.certificates(certificate, CERTIFICATE),
                        key == null ? null : Pem.privateKey(key, KEY));
        security.check();
        return security;
    }

    boolean isShared() {
        return pskIdentity != null;
    }

    /** The shared key as it is used: its text, or the bytes that {@code hex:} announces. */
    byte[] pskBytes() {
        if (!pskKey.startsWith(HEX)) {
            return pskKey.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().parseHex(pskKey.substring(HEX.length()));
        } catch (IllegalArgumentException e) {
            throw new InvalidSourceConfigurationException(
                    PSK + " begins with hex: but is not hexadecimal.");
        }
    }

    /** Without keys. */
    @Override
    public String toString() {
        return isShared() ? "shared key " + pskIdentity : "certificates";
    }

    private void check() {
        if (isShared()) {
            require(pskBytes().length > 0, PSK + " is empty.");
        }
        if (key != null) {
            Pem.requirePair(chain.get(0), key, CERTIFICATE, KEY);
        }
    }

    private static boolean allNull(String... texts) {
        for (String text : texts) {
            if (text != null) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new InvalidSourceConfigurationException(problem);
        }
    }
}
