package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttVersion;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.ConnectorState;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Brings what a broker publishes, losing nothing that the broker has accepted.
 *
 * <p>A persistent session under a client id that stays the same after a restart, and an
 * acknowledgement only after the message is durable: whatever was not acknowledged when this
 * process or the connection died comes again, and is recognised by its content. That holds for
 * quality of service 1 and 2; what is sent with 0 nobody can ask for again.
 */
final class MqttConnector implements Connector {

    private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(5);

    private final SourceContext context;
    private final MqttSettings settings;
    private final ScheduledExecutorService timer;
    private final ExecutorService executor;
    private final ConnectorState state;
    private final MqttConnection connection;
    private final MqttDeliveries deliveries;
    private final StallWatch stallWatch = new StallWatch();
    private final SilentSubscription silentSubscription = new SilentSubscription();

    private volatile Future<?> stallChecks = CompletableFuture.completedFuture(null);

    MqttConnector(
            SourceContext context,
            MqttSettings settings,
            MqttSubscriptions subscriptions,
            Clock clock,
            ThreadFactory threads,
            ScheduledExecutorService timer) {
        this.context = context;
        this.settings = settings;
        this.timer = timer;
        this.executor = Executors.newSingleThreadExecutor(threads);
        this.state = new ConnectorState(context);
        this.deliveries = new MqttDeliveries(new MqttStreams(context, settings), clock);
        this.connection =
                new MqttConnection(
                        settings,
                        MqttClientId.of(context, settings),
                        subscriptions,
                        state,
                        clock,
                        timer);
    }

    @Override
    public void start() {
        state.changed(SourceStatus.CONNECTING, null);
        connection.session().receive(deliveries::deliver, executor);
        connection.open();
        stallChecks =
                timer.scheduleWithFixedDelay(
                        this::wakeIfSilent,
                        StallWatch.TICK_SECONDS,
                        StallWatch.TICK_SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        connection.stopping();
        stallChecks.cancel(false);
        try {
            deliveries.stop(LAST_ACKNOWLEDGEMENTS);
            connection.close(LAST_ACKNOWLEDGEMENTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
        state.changed(SourceStatus.STOPPED, null);
    }

    @Override
    public ConnectorHealth health() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("broker", settings.broker());
        details.put("port", settings.port());
        details.put("version", settings.version() == MqttVersion.MQTT_5_0 ? "5" : "3.1.1");
        details.put("tls", settings.tls() != null);
        details.put("topics", settings.filters().topics());
        details.put("qos", settings.qos().getCode());
        details.put("use_shared_subscription", settings.filters().shared());
        details.put("shared_group", settings.filters().group());
        details.put("pod_name", context.podName());
        details.put("unacknowledged_messages", deliveries.unacknowledged());
        details.put("refused_messages", deliveries.refused());
        Instant message = deliveries.lastAt();
        return new ConnectorHealth(
                state.status(),
                message == null ? connection.connectedAt() : message,
                state.error(),
                details);
    }

    /** While we hold messages ourselves the silence is our own doing. */
    private void wakeIfSilent() {
        long delivered = deliveries.delivered();
        boolean stalled = stallWatch.stalled(delivered);
        boolean silent = silentSubscription.isDue(delivered);
        if (state.status() != SourceStatus.ACTIVE || deliveries.unacknowledged() > 0) {
            return;
        }
        if (stalled) {
            MqttLog.LOG.stalled(settings.toString());
            connection.renew();
        } else if (silent && settings.filters().shared()) {
            // One that is not shared would bring retained messages once more.
            connection.subscribeOnceMore();
        }
    }
}
