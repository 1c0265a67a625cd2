package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings what a broker publishes, losing nothing that the broker has accepted.
 *
 * <p>MQTT 5, quality of service 1, a persistent session under a client id that stays the same after
 * a restart, and an acknowledgement only after the message is durable: whatever was not
 * acknowledged when this process or the connection died comes again, and is recognised by its
 * content. A connection that fails, the first one too, is tried again for ever.
 */
final class MqttConnector implements Connector {

    /** Long enough for a weekend without this replica; then the broker may forget us. */
    private static final long SESSION_EXPIRY_SECONDS = TimeUnit.DAYS.toSeconds(7);

    /**
     * As many unacknowledged messages as MQTT allows. The broker's own window is the real limit,
     * and mosquitto 2.0.11 loses messages when this one is smaller than its backlog.
     */
    private static final int RECEIVE_MAXIMUM = 65_535;

    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final Duration SHORT_LIFE = Duration.ofSeconds(20);

    /** After so many the pause is longest: 32 seconds. */
    private static final int MOST_SHORT_LIVES = 5;

    private static final int SUBSCRIBE_AGAIN_SECONDS = 15;
    private static final String TRIED_AGAIN = ". It is tried again.";
    private static final Duration LAST_ACKNOWLEDGEMENTS = Duration.ofSeconds(5);

    private final SourceContext context;
    private final MqttSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final ExecutorService executor;
    private final Mqtt5AsyncClient client;
    private final MqttDeliveries deliveries;
    private final StallWatch stallWatch = new StallWatch();

    private volatile SourceStatus status = SourceStatus.INACTIVE;
    private volatile String error;
    private volatile Instant lastConnection;
    private volatile Instant lastEnded;
    private volatile int shortLives;
    private volatile boolean stopping;
    private Future<?> stallChecks;
    private volatile Future<?> nextSubscription = CompletableFuture.completedFuture(null);

    MqttConnector(
            SourceContext context,
            MqttSettings settings,
            Clock clock,
            ThreadFactory threads,
            ScheduledExecutorService timer) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.timer = timer;
        this.executor = Executors.newSingleThreadExecutor(threads);
        this.deliveries = new MqttDeliveries(new MqttStreams(context, settings), clock);
        this.client = client();
    }

    @Override
    public void start() {
        changed(SourceStatus.CONNECTING, null);
        // Before connecting, because the messages of a resumed session come before any
        // subscription.
        client.publishes(MqttGlobalPublishFilter.ALL, deliveries::deliver, executor, true);
        connect();
        stallChecks =
                timer.scheduleWithFixedDelay(
                        this::reconnectIfStalled,
                        StallWatch.TICK_SECONDS,
                        StallWatch.TICK_SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        stopping = true;
        stallChecks.cancel(false);
        nextSubscription.cancel(false);
        try {
            deliveries.stop(LAST_ACKNOWLEDGEMENTS);
            if (client.getState().isConnected()) {
                client.disconnect().get(LAST_ACKNOWLEDGEMENTS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            MqttLog.LOG.notDisconnected(e, settings.toString());
        }
        executor.shutdownNow();
        changed(SourceStatus.STOPPED, null);
    }

    @Override
    public ConnectorHealth health() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("broker", settings.broker());
        details.put("port", settings.port());
        details.put("topics", settings.topics());
        details.put("use_shared_subscription", settings.sharedSubscription());
        details.put("shared_group", settings.sharedGroup());
        details.put("pod_name", context.podName());
        details.put("unacknowledged_messages", deliveries.unacknowledged());
        Instant message = deliveries.lastAt();
        return new ConnectorHealth(
                status, message == null ? lastConnection : message, error, details);
    }

    private Mqtt5AsyncClient client() {
        Mqtt5ClientBuilder builder =
                Mqtt5Client.builder()
                        .identifier(clientId())
                        .serverHost(settings.broker())
                        .serverPort(settings.port())
                        .automaticReconnect()
                        .initialDelay(500, TimeUnit.MILLISECONDS)
                        .maxDelay(30, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .addConnectedListener(connected -> connected())
                        .addDisconnectedListener(this::disconnected);
        if (settings.username() != null) {
            builder.simpleAuth()
                    .username(settings.username())
                    .password(settings.password().getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        return builder.buildAsync();
    }

    /** The same after a restart, and different for each source and replica. */
    private String clientId() {
        return "soam-" + context.ingestionId().value().substring(0, 8) + "-" + context.podName();
    }

    /** What becomes of it is told to the listeners, which see every later connection too. */
    private void connect() {
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(SESSION_EXPIRY_SECONDS)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .restrictions()
                .receiveMaximum(RECEIVE_MAXIMUM)
                .applyRestrictions()
                .send()
                .exceptionally(
                        failure -> {
                            MqttLog.LOG.notConnected(settings.toString(), failure.getMessage());
                            return null;
                        });
    }

    private void connected() {
        if (stopping) {
            // A reconnection that was under way when the source was stopped.
            endConnection();
            return;
        }
        lastConnection = clock.instant();
        subscribe();
    }

    /** Each time, because the process may have died between connecting and subscribing. */
    private void subscribe() {
        Mqtt5Subscribe subscribe =
                Mqtt5Subscribe.builder()
                        .addSubscriptions(
                                settings.filters().stream().map(MqttConnector::subscription))
                        .build();
        client.subscribe(subscribe)
                .thenRun(() -> changed(SourceStatus.ACTIVE, null))
                .exceptionally(
                        failure -> {
                            subscribeAgain(failure);
                            return null;
                        });
    }

    private static Mqtt5Subscription subscription(String filter) {
        return Mqtt5Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build();
    }

    /**
     * A broken connection subscribes again by itself; a refusal, such as a missing right, does not.
     */
    private void subscribeAgain(Throwable failure) {
        if (stopping || !client.getState().isConnected()) {
            return;
        }
        changed(
                SourceStatus.ERROR,
                "The broker "
                        + address()
                        + " refuses the subscription: "
                        + cause(failure)
                        + TRIED_AGAIN);
        nextSubscription =
                timer.schedule(
                        this::subscribeIfConnected, SUBSCRIBE_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    private void subscribeIfConnected() {
        if (!stopping && client.getState().isConnected()) {
            subscribe();
        }
    }

    private void disconnected(MqttClientDisconnectedContext disconnected) {
        if (stopping) {
            disconnected.getReconnector().reconnect(false);
            return;
        }
        if (disconnected.getSource() == MqttDisconnectSource.USER) {
            return;
        }
        Throwable cause = disconnected.getCause();
        if (takenOver(cause)) {
            // Reconnecting would throw the other one out, and so on for ever.
            disconnected.getReconnector().reconnect(false);
            changed(
                    SourceStatus.ERROR,
                    "Another client uses the id "
                            + clientId()
                            + ". Give each replica a SOAM_POD_NAME of its own, then restart this server.");
            return;
        }
        slowDownIfShortLived(disconnected);
        changed(
                SourceStatus.ERROR,
                "The broker " + address() + " cannot be used: " + cause(cause) + TRIED_AGAIN);
    }

    /**
     * Some brokers (mosquitto 2.0.11) do not say that another client has taken the session over,
     * and the client begins with its shortest pause after each connection: two with one id would
     * fight for ever.
     */
    private void slowDownIfShortLived(MqttClientDisconnectedContext disconnected) {
        Instant connected = lastConnection;
        if (connected == null || connected.equals(lastEnded)) {
            return;
        }
        lastEnded = connected;
        boolean shortLived = connected.plus(SHORT_LIFE).isAfter(clock.instant());
        shortLives = shortLived ? Math.min(shortLives + 1, MOST_SHORT_LIVES) : 0;
        if (shortLives > 0) {
            disconnected.getReconnector().delay(1L << shortLives, TimeUnit.SECONDS);
        }
    }

    private static boolean takenOver(Throwable cause) {
        return cause instanceof Mqtt5DisconnectException disconnect
                && disconnect.getMqttMessage().getReasonCode()
                        == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER;
    }

    /** While we hold messages ourselves the silence is our own doing. */
    private void reconnectIfStalled() {
        boolean stalled = stallWatch.stalled(deliveries.delivered());
        if (stalled
                && !stopping
                && status == SourceStatus.ACTIVE
                && deliveries.unacknowledged() == 0) {
            MqttLog.LOG.stalled(settings.toString());
            changed(SourceStatus.CONNECTING, null);
            endConnection();
        }
    }

    private void endConnection() {
        client.disconnect()
                .thenRun(this::connectUnlessStopping)
                .exceptionally(
                        failure -> {
                            connectUnlessStopping();
                            return null;
                        });
    }

    private void connectUnlessStopping() {
        if (!stopping) {
            connect();
        }
    }

    private String address() {
        return settings.broker() + ":" + settings.port();
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    private synchronized void changed(SourceStatus newStatus, String reason) {
        boolean same = newStatus == status && (reason == null || reason.equals(error));
        status = newStatus;
        error = reason;
        if (!same) {
            context.changed(newStatus, reason);
        }
    }
}
