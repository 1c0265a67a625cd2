package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.soam.ingestion.connector.Trial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Looks at what a broker publishes: as another client, with a session that ends with it, and beside
 * any shared subscription, so that nothing is taken from a running data source.
 */
final class MqttTrial {

    private static final int MOST_SAMPLES = 5;

    private MqttTrial() {}

    static Trial of(MqttSettings settings, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Mqtt5BlockingClient client = client(settings);
        try (Mqtt5BlockingClient.Mqtt5Publishes publishes =
                client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.connect();
            for (String topic : settings.topics()) {
                client.subscribeWith()
                        .topicFilter(withoutShare(topic))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .send();
            }
            return found(receive(publishes, end));
        } catch (RuntimeException e) {
            return new Trial(
                    false,
                    "The broker "
                            + settings.broker()
                            + ":"
                            + settings.port()
                            + " cannot be used: "
                            + e.getMessage(),
                    List.of());
        } finally {
            if (client.getState().isConnected()) {
                client.disconnect();
            }
        }
    }

    private static Trial found(List<Trial.Sample> samples) {
        return new Trial(
                true,
                samples.isEmpty()
                        ? "Connected and subscribed, but no message came in this time. That is"
                                + " normal where devices send seldom; check the topics if you"
                                + " expected some."
                        : "Connected; messages come in.",
                samples);
    }

    private static List<Trial.Sample> receive(
            Mqtt5BlockingClient.Mqtt5Publishes publishes, long end) throws InterruptedException {
        List<Trial.Sample> samples = new ArrayList<>();
        while (samples.size() < MOST_SAMPLES) {
            Optional<Mqtt5Publish> next =
                    publishes.receive(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next.isEmpty()) {
                break;
            }
            samples.add(
                    Trial.Sample.of(
                            next.get().getTopic().toString(), next.get().getPayloadAsBytes()));
        }
        return samples;
    }

    /** Among the members of a shared subscription a message goes to one of them only. */
    private static String withoutShare(String topic) {
        return topic.startsWith("$share/") ? topic.split("/", 3)[2] : topic;
    }

    private static Mqtt5BlockingClient client(MqttSettings settings) {
        Mqtt5ClientBuilder builder =
                Mqtt5Client.builder()
                        .identifier("soam-trial-" + UUID.randomUUID())
                        .serverHost(settings.broker())
                        .serverPort(settings.port());
        if (settings.username() != null) {
            builder.simpleAuth()
                    .username(settings.username())
                    .password(settings.password().getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        return builder.buildBlocking();
    }
}
