package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import io.soam.ingestion.connector.ConnectorState;
import io.soam.ingestion.entity.SourceStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a session connected and subscribed. A connection that fails, the first one too, is tried
 * again for ever.
 */
final class MqttConnection implements MqttListener {

    private static final int SUBSCRIBE_AGAIN_SECONDS = 15;
    private static final String TRIED_AGAIN = " It is tried again.";

    private final MqttSettings settings;
    private final String clientId;
    private final MqttSession session;
    private final MqttSubscriptions subscriptions;
    private final ConnectorState state;
    private final ScheduledExecutorService timer;
    private final ReconnectPace pace;

    private volatile boolean stopping;
    private volatile Future<?> nextSubscription = CompletableFuture.completedFuture(null);

    MqttConnection(
            MqttSettings settings,
            String clientId,
            MqttSubscriptions subscriptions,
            ConnectorState state,
            Clock clock,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.clientId = clientId;
        this.subscriptions = subscriptions;
        this.state = state;
        this.timer = timer;
        this.pace = new ReconnectPace(clock);
        this.session = MqttSession.lasting(settings, clientId, this);
    }

    MqttSession session() {
        return session;
    }

    /** When the newest connection was made; null before the first. */
    Instant connectedAt() {
        return pace.connectedAt();
    }

    /** What becomes of it is told to the listener, which sees every later connection too. */
    void open() {
        session.connect()
                .exceptionally(
                        failure -> {
                            MqttLog.LOG.notConnected(settings.toString(), failure.getMessage());
                            return null;
                        });
    }

    /** From now on nothing is connected or subscribed any more. */
    void stopping() {
        stopping = true;
        nextSubscription.cancel(false);
    }

    void close(Duration limit) throws InterruptedException {
        if (!session.isConnected()) {
            return;
        }
        try {
            session.disconnect().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            MqttLog.LOG.notDisconnected(e, settings.toString());
        }
    }

    /** Ends the connection and makes another. */
    void renew() {
        if (stopping) {
            return;
        }
        state.changed(SourceStatus.CONNECTING, null);
        session.disconnect()
                .thenRun(this::openUnlessStopping)
                .exceptionally(
                        failure -> {
                            openUnlessStopping();
                            return null;
                        });
    }

    @Override
    public void connected() {
        if (stopping) {
            // A reconnection that was under way when the source was stopped.
            session.abandon();
            return;
        }
        pace.connected();
        subscribe();
    }

    @Override
    public void disconnected(MqttClientDisconnectedContext disconnected) {
        if (stopping) {
            disconnected.getReconnector().reconnect(false);
            return;
        }
        if (disconnected.getSource() == MqttDisconnectSource.USER) {
            return;
        }
        Throwable cause = disconnected.getCause();
        if (takenOver(cause)) {
            // Reconnecting at once would throw the other one out, and so on for ever.
            disconnected.getReconnector().reconnect(false);
            state.failed(
                    "Another client uses the id "
                            + clientId
                            + ". Give each replica a SOAM_POD_NAME of its own, then restart it.");
            return;
        }
        Duration pause = pace.disconnected();
        if (!pause.isZero()) {
            disconnected.getReconnector().delay(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
        state.changed(SourceStatus.ERROR, MqttFailures.sentence(settings, cause) + TRIED_AGAIN);
    }

    /** Each time, because the process may have died between connecting and subscribing. */
    private void subscribe() {
        List<String> filters = settings.filters().subscriptions();
        subscriptions.add(sessionName(), filters);
        session.subscribe(filters)
                .thenRun(() -> state.changed(SourceStatus.ACTIVE, null))
                .thenRun(this::unsubscribeWhatIsNotWanted)
                .exceptionally(
                        failure -> {
                            subscribeAgain(failure);
                            return null;
                        });
    }

    private void unsubscribeWhatIsNotWanted() {
        List<String> unwanted =
                subscriptions.beside(sessionName(), settings.filters().subscriptions());
        if (!unwanted.isEmpty()) {
            session.unsubscribe(unwanted)
                    .thenRun(() -> subscriptions.remove(sessionName(), unwanted))
                    .exceptionally(
                            failure -> {
                                // Done with the next connection.
                                MqttLog.LOG.notUnsubscribed(failure, unwanted.toString());
                                return null;
                            });
        }
    }

    /**
     * A broken connection subscribes again by itself; a refusal, such as a missing right, does not.
     */
    private void subscribeAgain(Throwable failure) {
        if (stopping || !session.isConnected()) {
            return;
        }
        state.changed(
                SourceStatus.ERROR,
                MqttFailures.refusedSubscription(settings, failure) + TRIED_AGAIN);
        nextSubscription =
                timer.schedule(
                        this::subscribeIfConnected, SUBSCRIBE_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    /** Changes nothing at a broker that is well. */
    void subscribeOnceMore() {
        if (stopping || !session.isConnected()) {
            return;
        }
        session.subscribe(settings.filters().subscriptions())
                .exceptionally(
                        failure -> {
                            subscribeAgain(failure);
                            return null;
                        });
    }

    private void subscribeIfConnected() {
        if (!stopping && session.isConnected()) {
            subscribe();
        }
    }

    private void openUnlessStopping() {
        if (!stopping) {
            open();
        }
    }

    private String sessionName() {
        return settings.sessionName(clientId);
    }

    private static boolean takenOver(Throwable cause) {
        return cause instanceof Mqtt5DisconnectException disconnect
                && disconnect.getMqttMessage().getReasonCode()
                        == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER;
    }
}
