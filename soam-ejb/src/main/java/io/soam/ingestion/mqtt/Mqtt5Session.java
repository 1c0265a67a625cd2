package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.unsubscribe.Mqtt5Unsubscribe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** MQTT 5. */
final class Mqtt5Session implements MqttSession {

    /**
     * As many unacknowledged messages as MQTT allows. The broker's own window is the real limit,
     * and mosquitto 2.0.11 loses messages when this one is smaller than its backlog.
     */
    private static final int RECEIVE_MAXIMUM = 65_535;

    private final MqttSettings settings;
    private final boolean lasting;
    private final Mqtt5AsyncClient client;

    Mqtt5Session(MqttClientBuilder client, MqttSettings settings, boolean lasting) {
        this.settings = settings;
        this.lasting = lasting;
        this.client =
                client.serverHost(settings.broker())
                        .serverPort(settings.port())
                        .useMqttVersion5()
                        .simpleAuth(login(settings.login()))
                        .buildAsync();
    }

    @Override
    public void receive(Consumer<MqttMessage> receiver, Executor executor) {
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                publish -> receiver.accept(MqttMessage.of(publish)),
                executor,
                true);
    }

    @Override
    public CompletableFuture<?> connect() {
        return client.connectWith()
                .cleanStart(!lasting)
                .sessionExpiryInterval(lasting ? settings.lifetimes().sessionExpiry() : 0)
                .keepAlive(settings.lifetimes().keepAlive())
                .restrictions()
                .receiveMaximum(RECEIVE_MAXIMUM)
                .maximumPacketSize(MqttDeliveries.LARGEST_PACKET)
                .applyRestrictions()
                .send();
    }

    @Override
    public CompletableFuture<?> subscribe(List<String> filters) {
        return client.subscribe(
                Mqtt5Subscribe.builder()
                        .addSubscriptions(filters.stream().map(this::subscription))
                        .build());
    }

    @Override
    public CompletableFuture<?> unsubscribe(List<String> filters) {
        return client.unsubscribe(
                Mqtt5Unsubscribe.builder()
                        .addTopicFilters(filters.stream().map(MqttTopicFilter::of))
                        .build());
    }

    @Override
    public CompletableFuture<?> disconnect() {
        return client.disconnect();
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    private Mqtt5Subscription subscription(String filter) {
        return Mqtt5Subscription.builder().topicFilter(filter).qos(settings.qos()).build();
    }

    /** Null if there is nothing to say. */
    private static Mqtt5SimpleAuth login(MqttLogin login) {
        if (login.isAnonymous()) {
            return null;
        }
        Mqtt5SimpleAuthBuilder.Complete auth = Mqtt5SimpleAuth.builder().username(login.username());
        return login.passwordBytes() == null
                ? auth.build()
                : auth.password(login.passwordBytes()).build();
    }
}
