package io.soam.ingestion.coap;

import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.ConnectorState;
import io.soam.ingestion.connector.PolledReading;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.coap.Response;

/**
 * Observes the resources of a device. It is active while at least one of them is observed.
 *
 * <p>The protocol acknowledges a notification when it arrives, not when it is durable: what was in
 * flight when this process died is lost, and the next registration brings the value of that time.
 */
final class CoapObservingConnector implements Connector, CoapObservation.Listener {

    /** Beyond this the socket is not read on until the spool has taken some. */
    private static final int MOST_WAITING = 1_000;

    private final CoapSettings settings;
    private final Clock clock;
    private final ThreadFactory threads;
    private final ConnectorState state;
    private final CoapStreams streams;
    private final AtomicLong received = new AtomicLong();

    private CoapPeer peer;
    private ExecutorService handing;
    private ScheduledThreadPoolExecutor timer;
    private volatile List<CoapObservation> observations = List.of();
    private volatile Instant last;
    private volatile boolean stopping;

    CoapObservingConnector(
            SourceContext context, CoapSettings settings, Clock clock, ThreadFactory threads) {
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        this.state = new ConnectorState(context);
        this.streams = new CoapStreams(context, settings);
    }

    @Override
    public void start() {
        state.changed(SourceStatus.CONNECTING, null);
        try {
            peer = CoapPeer.open(settings, threads);
        } catch (IOException e) {
            state.failed("No UDP socket could be opened: " + e.getMessage() + ".");
            return;
        }
        handing =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        threads,
                        new ThreadPoolExecutor.CallerRunsPolicy());
        timer = new ScheduledThreadPoolExecutor(1, threads);
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        CoapClient client = new CoapClient();
        client.setEndpoint(peer.endpoint());
        client.setExecutors(peer.protocol(), timer, false);
        observations =
                settings.resources().stream()
                        .map(
                                path ->
                                        new CoapObservation(
                                                path, settings, peer, client, handing, timer, this))
                        .toList();
        observations.forEach(observation -> timer.execute(observation::register));
    }

    @Override
    public void stop() {
        stopping = true;
        if (peer != null) {
            observations.forEach(CoapObservation::stop);
            timer.shutdownNow();
            peer.close();
            handing.shutdownNow();
        }
        state.changed(SourceStatus.STOPPED, null);
    }

    @Override
    public void notified(String path, Response response) throws InterruptedException {
        Instant at = clock.instant();
        CoapPayload payload = CoapPayload.of(response);
        last = at;
        // Each notification is a reading; one of a device that tells no time has ours as its key.
        streams.of(path, response, payload)
                .accept(
                        payload.bytes(),
                        PolledReading.key(payload.bytes(), at, (int) (received.get() % 1_000_000)),
                        () -> {});
        received.incrementAndGet();
    }

    @Override
    public void changed() {
        if (stopping) {
            return;
        }
        Map<String, String> errors = errors();
        if (observations.stream().anyMatch(CoapObservation::isActive)) {
            state.changed(SourceStatus.ACTIVE, null);
        } else if (!errors.isEmpty()) {
            Map.Entry<String, String> first = errors.entrySet().iterator().next();
            state.changed(
                    SourceStatus.ERROR,
                    first.getKey() + ": " + first.getValue() + " It is tried again.");
        }
    }

    @Override
    public ConnectorHealth health() {
        long active = observations.stream().filter(CoapObservation::isActive).count();
        return new ConnectorHealth(
                state.status(),
                last,
                state.error(),
                CoapHealth.details(
                        settings, received.get(), errors(), Map.of("active_observations", active)));
    }

    private Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        for (CoapObservation observation : observations) {
            String error = observation.error();
            if (error != null) {
                errors.put(observation.path(), error);
            }
        }
        return errors;
    }
}
