package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuthBuilder;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.unsubscribe.Mqtt3Unsubscribe;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** MQTT 3.1.1, in which the broker alone decides how long and how much it keeps for us. */
final class Mqtt3Session implements MqttSession {

    private final MqttSettings settings;
    private final boolean lasting;
    private final Mqtt3AsyncClient client;

    Mqtt3Session(MqttClientBuilder client, MqttSettings settings, boolean lasting) {
        this.settings = settings;
        this.lasting = lasting;
        this.client =
                client.serverHost(settings.broker())
                        .serverPort(settings.port())
                        .useMqttVersion3()
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
                .cleanSession(!lasting)
                .keepAlive(settings.lifetimes().keepAlive())
                .send();
    }

    @Override
    public CompletableFuture<?> subscribe(List<String> filters) {
        return client.subscribe(
                Mqtt3Subscribe.builder()
                        .addSubscriptions(filters.stream().map(this::subscription))
                        .build());
    }

    @Override
    public CompletableFuture<?> unsubscribe(List<String> filters) {
        return client.unsubscribe(
                Mqtt3Unsubscribe.builder()
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

    private Mqtt3Subscription subscription(String filter) {
        return Mqtt3Subscription.builder().topicFilter(filter).qos(settings.qos()).build();
    }

    /** Null if there is nothing to say. */
    private static Mqtt3SimpleAuth login(MqttLogin login) {
        if (login.isAnonymous()) {
            return null;
        }
        Mqtt3SimpleAuthBuilder.Complete auth = Mqtt3SimpleAuth.builder().username(login.username());
        return login.passwordBytes() == null
                ? auth.build()
                : auth.password(login.passwordBytes()).build();
    }
}
