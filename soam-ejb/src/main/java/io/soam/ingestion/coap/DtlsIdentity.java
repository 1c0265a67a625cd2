package io.soam.ingestion.coap;

import java.security.cert.X509Certificate;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;

/** Makes DTLS of what is configured. */
final class DtlsIdentity {

    private DtlsIdentity() {}

    static DTLSConnector connector(CoapSecurity security, Configuration configuration) {
        DtlsConnectorConfig.Builder builder = DtlsConnectorConfig.builder(configuration);
        if (security.isShared()) {
            builder.setAdvancedPskStore(
                    new AdvancedSinglePskStore(security.pskIdentity(), security.pskBytes()));
        } else {
            // The device's certificate must be for the host that is configured: the default.
            builder.setAdvancedCertificateVerifier(
                    StaticNewAdvancedCertificateVerifier.builder()
                            .setTrustedCertificates(
                                    security.authorities().toArray(X509Certificate[]::new))
                            .build());
            if (security.key() != null) {
                builder.setCertificateIdentityProvider(
                        new SingleCertificateProvider(
                                security.key(),
                                security.chain().toArray(X509Certificate[]::new),
                                CertificateType.X_509));
            }
        }
        return new DTLSConnector(builder.build());
    }
}
