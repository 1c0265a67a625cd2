package io.soam.ingestion.connector;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Certificates and private keys as PEM text, the way people paste them into a form. */
public final class Pem {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";
    private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    private Pem() {}

    /**
     * The certificates of a text, in its order.
     *
     * @param field where the text stands in the configuration, for the message
     * @throws InvalidSourceConfigurationException if there is none, or one that cannot be read
     */
    public static List<X509Certificate> certificates(String text, String field) {
        if (!text.contains(CERTIFICATE)) {
            throw new InvalidSourceConfigurationException(
                    field
                            + " holds no certificate. Give it in PEM form, beginning with "
                            + CERTIFICATE
                            + ".");
        }
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new InvalidSourceConfigurationException(
                    "The certificate of "
                            + field
                            + " cannot be read. Copy the whole PEM text, its first and last line"
                            + " included.");
        }
    }

    /**
     * The private key of a text; the text itself is never part of a message.
     *
     * @param field where the text stands in the configuration, for the message
     * @throws InvalidSourceConfigurationException if it is no unencrypted key in PKCS#8 form
     */
    public static PrivateKey privateKey(String text, String field) {
        int begin = text.indexOf(KEY);
        int end = text.indexOf(KEY_END);
        if (begin < 0 || end < begin) {
            throw new InvalidSourceConfigurationException(
                    field
                            + " holds no private key in PKCS#8 form, which begins with "
                            + KEY
                            + ". Convert the key with: openssl pkcs8 -topk8 -nocrypt -in key.pem.");
        }
        byte[] encoded = decode(text.substring(begin + KEY.length(), end), field);
        return KEY_ALGORITHMS.stream()
                .map(algorithm -> key(algorithm, encoded))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidSourceConfigurationException(
                                        "The private key of "
                                                + field
                                                + " cannot be read. Give an RSA, EC or EdDSA key."));
    }

    /**
     * Refuses a key that is not the certificate's, which a server would refuse in less clear words.
     */
    public static void requirePair(
            X509Certificate certificate, PrivateKey key, String certificateField, String keyField) {
        if (!KeyPairs.match(certificate.getPublicKey(), key)) {
            throw new InvalidSourceConfigurationException(
                    keyField
                            + " is not the key of the first certificate of "
                            + certificateField
                            + ".");
        }
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] encoded) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (InvalidKeySpecException e) {
            // A key of another algorithm.
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    private static byte[] decode(String base64, String field) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidSourceConfigurationException(
                    "The private key of " + field + " is damaged. Copy the whole PEM text.");
        }
    }
}
