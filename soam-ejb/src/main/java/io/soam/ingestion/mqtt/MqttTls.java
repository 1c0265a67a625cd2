package io.soam.ingestion.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.connector.Pem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * How the broker is trusted, and how it knows us. Its certificate must be for the host name that is
 * configured; there is no way to leave that out.
 *
 * @param authorities who may have signed the broker's certificate; empty for the authorities that
 *     Java trusts
 * @param chain our own certificate and those between it and its authority; empty if we have none
 * @param key the key of our certificate; null if we have none
 */
record MqttTls(List<X509Certificate> authorities, List<X509Certificate> chain, PrivateKey key) {

    private static final String AUTHORITY = "ca_certificate";
    private static final String CERTIFICATE = "client_certificate";
    private static final String KEY = "client_key";
    private static final char[] IN_MEMORY_ONLY = new char[0];

    /** Null if the connection is not to be secured. */
    static MqttTls of(JsonNode config) {
        String authority = MqttSettings.text(config, AUTHORITY);
        String certificate = MqttSettings.text(config, CERTIFICATE);
        String key = MqttSettings.text(config, KEY);
        boolean material = authority != null || certificate != null || key != null;
        if (!config.path("tls").asBoolean(false)) {
            if (material) {
                throw new InvalidSourceConfigurationException(
                        "Certificates are given but TLS is switched off. Switch tls on.");
            }
            return null;
        }
        if ((certificate == null) != (key == null)) {
            throw new InvalidSourceConfigurationException(
                    "A client certificate needs its key. Give both client_certificate and"
                            + " client_key, or neither.");
        }
        return new MqttTls(
                authority == null ? List.of() : Pem.certificates(authority, AUTHORITY),
                certificate == null ? List.of() : Pem.certificates(certificate, CERTIFICATE),
                key == null ? null : Pem.privateKey(key, KEY));
    }

    MqttTls {
        if (key != null) {
            Pem.requirePair(chain.get(0), key, CERTIFICATE, KEY);
        }
    }

    MqttClientSslConfig clientConfig() {
        try {
            return MqttClientSslConfig.builder()
                    .trustManagerFactory(authorities.isEmpty() ? null : trust())
                    .keyManagerFactory(key == null ? null : identity())
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Certificates that were read cannot be used", e);
        }
    }

    private TrustManagerFactory trust() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    private KeyManagerFactory identity() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, IN_MEMORY_ONLY, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory identity =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store, IN_MEMORY_ONLY);
        return identity;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return key == null ? "TLS" : "TLS with a client certificate";
    }
}
