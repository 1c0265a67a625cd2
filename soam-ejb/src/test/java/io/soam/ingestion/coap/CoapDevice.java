package io.soam.ingestion.coap;

import io.soam.servers.TestAuthority;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.EmptyMessage;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.CertificateAuthenticationMode;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.eclipse.californium.scandium.dtls.x509.StaticNewAdvancedCertificateVerifier;

/** A CoAP server on this machine that can be ended and started again at the same port. */
final class CoapDevice implements AutoCloseable {

    static {
        CoapConfig.register();
        DtlsConfig.register();
    }

    private final int port;
    private final Configuration configuration = Configuration.createStandardWithoutFile();
    private final Map<String, Value> values = new ConcurrentHashMap<>();
    private String pskIdentity;
    private byte[] psk;
    private TestAuthority.Identity identity;
    private TestAuthority clients;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private CoapServer server;

    CoapDevice() throws IOException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
    }

    /** Notifications that the other side has acknowledged. */
    int acknowledged() {
        return acknowledged.get();
    }

    int port() {
        return port;
    }

    CoapDevice sharedKey(String name, byte[] key) {
        pskIdentity = name;
        psk = key.clone();
        return this;
    }

    /**
     * @param trusted who signs the certificates of clients; null to take any client
     */
    CoapDevice certificate(TestAuthority.Identity own, TestAuthority trusted) {
        identity = own;
        clients = trusted;
        return this;
    }

    Value value(String name, String text) {
        return values.computeIfAbsent(name, Value::new)
                .set(text.getBytes(StandardCharsets.UTF_8), 50);
    }

    CoapDevice start() {
        server = new CoapServer(configuration);
        CoapEndpoint.Builder endpoint = CoapEndpoint.builder().setConfiguration(configuration);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        if (pskIdentity == null && identity == null) {
            endpoint.setInetSocketAddress(address);
        } else {
            endpoint.setConnector(dtls(address));
        }
        server.addEndpoint(endpoint.build());
        CoapResource sensors = new CoapResource("sensors");
        values.values().forEach(value -> sensors.add(value.resource()));
        server.add(sensors);
        server.start();
        server.getEndpoints().get(0).addInterceptor(new Acknowledgements());
        return this;
    }

    private DTLSConnector dtls(InetSocketAddress address) {
        DtlsConnectorConfig.Builder builder =
                DtlsConnectorConfig.builder(configuration)
                        .setAddress(address)
                        .set(
                                DtlsConfig.DTLS_CLIENT_AUTHENTICATION_MODE,
                                clients == null
                                        ? CertificateAuthenticationMode.NONE
                                        : CertificateAuthenticationMode.NEEDED);
        if (psk != null) {
            builder.setAdvancedPskStore(new AdvancedSinglePskStore(pskIdentity, psk));
        }
        if (identity != null) {
            builder.setCertificateIdentityProvider(
                    new SingleCertificateProvider(
                            identity.key(),
                            new X509Certificate[] {identity.certificate()},
                            CertificateType.X_509));
        }
        if (clients != null) {
            builder.setAdvancedCertificateVerifier(
                    StaticNewAdvancedCertificateVerifier.builder()
                            .setTrustedCertificates(clients.certificate())
                            .build());
        }
        return new DTLSConnector(builder.build());
    }

    /** Ends it at once, as a power cut would: no client is told. */
    void stop() {
        server.destroy();
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }

    private final class Acknowledgements extends MessageInterceptorAdapter {

        @Override
        public void receiveEmptyMessage(EmptyMessage message) {
            if (message.getType() == CoAP.Type.ACK) {
                acknowledged.incrementAndGet();
            }
        }
    }

    /** What a resource holds. */
    static final class Value {

        private final String name;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile byte[] payload;
        private volatile int format;
        private volatile int maxAge = 60;
        private volatile boolean observable = true;
        private volatile CoapResource resource;

        Value(String name) {
            this.name = name;
        }

        Value set(byte[] content, int contentFormat) {
            payload = content.clone();
            format = contentFormat;
            return this;
        }

        Value maxAge(int seconds) {
            maxAge = seconds;
            return this;
        }

        Value notObservable() {
            observable = false;
            return this;
        }

        /** How often it was asked for, notifications included. */
        int asked() {
            return asked.get();
        }

        /** Changes it and tells those who observe. */
        void tell(String text) {
            set(text.getBytes(StandardCharsets.UTF_8), format);
            resource.changed();
        }

        /** Changes it and tells no one. */
        void change(String text) {
            set(text.getBytes(StandardCharsets.UTF_8), format);
        }

        int observers() {
            return resource.getObserverCount();
        }

        private CoapResource resource() {
            CoapResource made =
                    new CoapResource(name) {
                        @Override
                        public void handleGET(CoapExchange exchange) {
                            asked.incrementAndGet();
                            exchange.setMaxAge(maxAge);
                            exchange.respond(CoAP.ResponseCode.CONTENT, payload, format);
                        }
                    };
            made.setObservable(observable);
            made.setObserveType(CoAP.Type.CON);
            if (observable) {
                made.getAttributes().setObservable();
            }
            resource = made;
            return made;
        }
    }
}
