package io.soam.servers;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs the certificates of a test; nobody else trusts it. */
public final class TestAuthority {

    private static final Duration DAY = Duration.ofDays(1);

    private final AtomicLong serial = new AtomicLong(1);
    private final X500Name name;
    private final KeyPair keys = keys();
    private final X509Certificate certificate;

    /** A certificate and its key. */
    public record Identity(X509Certificate certificate, PrivateKey key) {

        public String certificatePem() {
            return pem(certificate);
        }

        /** PKCS#8. */
        public String keyPem() {
            return pem("PRIVATE KEY", key.getEncoded());
        }
    }

    public TestAuthority(String commonName) {
        name = new X500Name("CN=" + commonName);
        Instant now = Instant.now();
        certificate = sign(name, keys, now.minus(DAY), now.plus(DAY), true);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String pem() {
        return pem(certificate);
    }

    /** An identity that is valid for this machine. */
    public Identity issue(String commonName) {
        Instant now = Instant.now();
        return issue(commonName, now.minus(DAY), now.plus(DAY));
    }

    /** An identity that was valid until an hour ago. */
    public Identity issueExpired(String commonName) {
        Instant now = Instant.now();
        return issue(commonName, now.minus(DAY), now.minus(Duration.ofHours(1)));
    }

    private Identity issue(String commonName, Instant from, Instant until) {
        KeyPair own = keys();
        return new Identity(
                sign(new X500Name("CN=" + commonName), own, from, until, false), own.getPrivate());
    }

    private X509Certificate sign(
            X500Name subject, KeyPair own, Instant from, Instant until, boolean authority) {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(serial.getAndIncrement()),
                        Date.from(from),
                        Date.from(until),
                        subject,
                        own.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign
                                    : KeyUsage.digitalSignature | KeyUsage.keyAgreement));
            if (!authority) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                new GeneralName[] {
                                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                                    new GeneralName(GeneralName.dNSName, "localhost")
                                }));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(keys.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate could be made", e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that cannot be encoded", e);
        }
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(
                        type,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded),
                        type);
    }
}
