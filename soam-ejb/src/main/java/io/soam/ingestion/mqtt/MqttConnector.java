package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings what a broker publishes, losing nothing that the broker has accepted.
 *
 * <p>MQTT 5, quality of service 1, a persistent session under a client id that stays the same after a
 * restart, and an acknowledgement only after the message is durable: whatever was not acknowledged when
 * this process or the connection died comes again, and is recognised by its content.
 */
final class MqttConnector implements Connector {

    /** Long enough for a weekend without this replica; then the broker may forget us. */
    private static final long SESSION_EXPIRY_SECONDS = TimeUnit.DAYS.toSeconds(7);

    /**
     * As many unacknowledged messages as MQTT allows. The broker's own window is the real limit, and
     * mosquitto 2.0.11 loses messages when this one is smaller than its backlog.
     */
    private static final int RECEIVE_MAXIMUM = 65_535;

    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final long CALL_SECONDS = 5;

    private final SourceContext context;
    private final MqttSettings settings;
    private final Clock clock;
    private final ExecutorService deliveries;
    private final Mqtt5AsyncClient client;
    private final MqttStreams streams;
    private volatile SourceStatus status = SourceStatus.INACTIVE;
    private volatile String error;
    private volatile Instant lastSuccess;
    private volatile boolean stopping;
    private final AtomicLong unacknowledged = new AtomicLong();

    MqttConnector(
            SourceContext context, MqttSettings settings, Clock clock, ThreadFactory threads) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.deliveries = Executors.newSingleThreadExecutor(threads);
        this.streams = new MqttStreams(context, settings);
        this.client = client();
    }

    @Override
    public void start() {
        changed(SourceStatus.CONNECTING, null);
        // Before connecting, because the messages of a resumed session come before any subscription.
        client.publishes(MqttGlobalPublishFilter.ALL, this::deliver, deliveries, true);
        var connected =
                client.connectWith()
                        .cleanStart(false)
                        .sessionExpiryInterval(SESSION_EXPIRY_SECONDS)
                        .keepAlive(KEEP_ALIVE_SECONDS)
                        .restrictions()
                        .receiveMaximum(RECEIVE_MAXIMUM)
                        .applyRestrictions()
                        .send();
        connected.whenComplete(
                (ack, failure) -> {
                    if (failure != null && !stopping) {
                        changed(SourceStatus.ERROR, reason(failure));
                    }
                });
    }

    /** Acknowledges what has been taken before it disconnects, so that as little as possible comes twice. */
    @Override
    public void stop() {
        stopping = true;
        try {
            awaitAcknowledgements();
            client.disconnect().get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            MqttLog.LOG.notDisconnected(e, settings.toString());
        }
        deliveries.shutdownNow();
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
        return new ConnectorHealth(status, lastSuccess, error, details);
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
                        .addConnectedListener(connected -> subscribe())
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

    /** Each time, because the process may have died between connecting and subscribing. */
    private void subscribe() {
        var subscription = client.toAsync().subscribeWith();
        var complete =
                subscription
                        .addSubscription()
                        .topicFilter(settings.filters().get(0))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .applySubscription();
        for (String filter : settings.filters().subList(1, settings.filters().size())) {
            complete =
                    complete.addSubscription()
                            .topicFilter(filter)
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .applySubscription();
        }
        complete.send()
                .whenComplete(
                        (ack, failure) -> {
                            if (failure == null) {
                                lastSuccess = clock.instant();
                                changed(SourceStatus.ACTIVE, null);
                            } else if (!stopping) {
                                changed(SourceStatus.ERROR, reason(failure));
                            }
                        });
    }

    private void disconnected(MqttClientDisconnectedContext disconnected) {
        if (stopping) {
            disconnected.getReconnector().reconnect(false);
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
                            + ". Give each replica a SOAM_POD_NAME of its own, then restart this source.");
            return;
        }
        changed(SourceStatus.ERROR, reason(cause));
    }

    private static boolean takenOver(Throwable cause) {
        return cause instanceof Mqtt5DisconnectException disconnect
                && disconnect.getMqttMessage().getReasonCode()
                        == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER;
    }

    private String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return "The broker "
                + settings.broker()
                + ":"
                + settings.port()
                + " cannot be used: "
                + cause.getMessage()
                + ". It is tried again.";
    }

    private void deliver(Mqtt5Publish publish) {
        if (stopping) {
            return;
        }
        lastSuccess = clock.instant();
        try {
            unacknowledged.incrementAndGet();
            streams.of(publish).accept(publish.getPayloadAsBytes(), () -> acknowledge(publish));
        } catch (InterruptedException e) {
            unacknowledged.decrementAndGet();
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Unacknowledged, the message comes again; an exception would end the subscription.
            unacknowledged.decrementAndGet();
            MqttLog.LOG.notTaken(e, publish.getTopic().toString());
        }
    }

    private void acknowledge(Mqtt5Publish publish) {
        unacknowledged.decrementAndGet();
        publish.acknowledge();
    }

    private void awaitAcknowledgements() throws InterruptedException {
        Instant end = clock.instant().plusSeconds(CALL_SECONDS);
        while (unacknowledged.get() > 0 && clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void changed(SourceStatus newStatus, String reason) {
        boolean same = newStatus == status && (reason == null || reason.equals(error));
        status = newStatus;
        error = reason;
        if (!same) {
            context.changed(newStatus, reason);
        }
    }
}
