package io.soam.ingestion.coap;

import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.Polling;
import io.soam.ingestion.connector.SourceContext;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** Reads the resources of a device at an interval. */
final class CoapPollingConnector implements Connector {

    private final SourceContext context;
    private final CoapSettings settings;
    private final Clock clock;
    private final ThreadFactory threads;
    private CoapPeer peer;
    private volatile CoapPoll poll;
    private volatile Polling polling;

    CoapPollingConnector(
            SourceContext context, CoapSettings settings, Clock clock, ThreadFactory threads) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public void start() {
        try {
            peer = CoapPeer.open(settings, threads);
        } catch (IOException e) {
            context.failed("No UDP socket could be opened: " + e.getMessage() + ".");
            return;
        }
        poll = new CoapPoll(settings, peer, new CoapStreams(context, settings), clock);
        polling = new Polling(context, settings.interval(), poll, clock, threads);
        polling.start();
    }

    @Override
    public void stop() {
        if (peer != null) {
            polling.stop();
            peer.close();
        }
    }

    @Override
    public ConnectorHealth health() {
        Polling now = polling;
        return now == null
                ? CoapHealth.ofIdle(settings)
                : new ConnectorHealth(
                        now.status(),
                        now.lastSuccess(),
                        now.error(),
                        CoapHealth.details(
                                settings,
                                poll.received(),
                                poll.errors(),
                                Map.of("poll_interval", settings.interval().toSeconds())));
    }
}
