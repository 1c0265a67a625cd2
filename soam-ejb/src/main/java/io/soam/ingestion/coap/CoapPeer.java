package io.soam.ingestion.coap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;

/** One device, talked to through one UDP socket of our own. */
final class CoapPeer implements AutoCloseable {

    /** How long a device may take to answer. */
    static final Duration ANSWER = Duration.ofSeconds(15);

    /** A body that comes in blocks may have so many bytes. */
    static final int LARGEST_BODY = 1 << 20;

    /** Asked for again by {@link CoapObservation} only, which knows the state of the source. */
    private static final long NEVER_BY_ITSELF_DAYS = 20;

    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    private final CoapSettings settings;
    private final ScheduledExecutorService protocol;
    private final DTLSConnector dtls;
    private final CoapEndpoint endpoint;

    private CoapPeer(CoapSettings settings, ThreadFactory threads) {
        this.settings = settings;
        Configuration configuration = configuration();
        CoapEndpoint.Builder builder = CoapEndpoint.builder().setConfiguration(configuration);
        if (settings.security() == null) {
            dtls = null;
        } else {
            dtls = DtlsIdentity.connector(settings.security(), configuration);
            builder.setConnector(dtls);
        }
        this.endpoint = builder.build();
        this.protocol = Executors.newScheduledThreadPool(1, threads);
        endpoint.setExecutors(protocol, protocol);
    }

    /** Opens the socket; whether the device is there shows with the first request. */
    static CoapPeer open(CoapSettings settings, ThreadFactory threads) throws IOException {
        CoapPeer peer = new CoapPeer(settings, threads);
        try {
            peer.endpoint.start();
            return peer;
        } catch (IOException | RuntimeException e) {
            peer.close();
            throw e;
        }
    }

    CoapEndpoint endpoint() {
        return endpoint;
    }

    /** Runs what the protocol has to say, in the order in which it came. */
    ScheduledExecutorService protocol() {
        return protocol;
    }

    /**
     * A request that is not sent yet.
     *
     * @throws CoapFailedException if there is no such host
     */
    Request get(String path) throws CoapFailedException {
        try {
            InetAddress.getByName(settings.host());
        } catch (UnknownHostException e) {
            throw new CoapFailedException(
                    "There is no host '"
                            + settings.host()
                            + "'. Check the name, and that this server may look it up.",
                    e);
        }
        return Request.newGet().setURI(settings.uri(path));
    }

    /**
     * Waits for the answer to a request that has been sent.
     *
     * @throws CoapFailedException if none comes in time, or one that says no
     */
    Response answer(Request request, Duration limit)
            throws CoapFailedException, InterruptedException {
        Response response = request.waitForResponse(Math.max(1, limit.toMillis()));
        if (response == null) {
            CoapFailedException failure = CoapFailures.of(request, settings);
            request.cancel();
            forgetSession();
            throw failure;
        }
        if (!response.isSuccess()) {
            throw CoapFailures.of(response);
        }
        return response;
    }

    /** A device that has been restarted does not know our session, and says nothing to it. */
    void forgetSession() {
        if (dtls != null) {
            dtls.clearConnectionState();
        }
    }

    @Override
    public void close() {
        endpoint.destroy();
        protocol.shutdownNow();
    }

    private static Configuration configuration() {
        return Configuration.createStandardWithoutFile()
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, LARGEST_BODY)
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                .set(
                        CoapConfig.NOTIFICATION_REREGISTRATION_BACKOFF,
                        TimeUnit.DAYS.toMillis(NEVER_BY_ITSELF_DAYS),
                        TimeUnit.MILLISECONDS)
                .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    }
}
