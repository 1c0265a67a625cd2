package io.soam.bench;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Connections to the broker that messages are sent by. A topic always takes the same one. */
final class Publishers implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final List<Mqtt5AsyncClient> clients;
    private final List<MqttTopic> topics;
    private final MqttQos qos;

    private Publishers(List<Mqtt5AsyncClient> clients, List<MqttTopic> topics, MqttQos qos) {
        this.clients = clients;
        this.topics = topics;
        this.qos = qos;
    }

    /**
     * @param prefix what all topics begin with
     */
    static Publishers connect(Stack stack, String prefix, int topics, int qos)
            throws BenchException, InterruptedException {
        List<Mqtt5AsyncClient> clients =
                IntStream.range(0, CONNECTIONS).mapToObj(i -> client(stack)).toList();
        try {
            for (Mqtt5AsyncClient client : clients) {
                client.connect().get();
            }
        } catch (ExecutionException e) {
            throw new BenchException(
                    "No broker answers at %s:%d. Start the stack: ./soam up"
                            .formatted(stack.brokerHost(), stack.brokerPort()),
                    e.getCause());
        }
        List<MqttTopic> names =
                IntStream.range(0, topics)
                        .mapToObj(i -> MqttTopic.of("%s-%04d".formatted(prefix, i)))
                        .toList();
        return new Publishers(clients, names, MqttQos.fromCode(qos));
    }

    static Mqtt5AsyncClient client(Stack stack) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier("soam-bench-" + UUID.randomUUID())
                .serverHost(stack.brokerHost())
                .serverPort(stack.brokerPort())
                .buildAsync();
    }

    /** Sends a message; the result completes when the broker has acknowledged it. */
    CompletableFuture<Mqtt5PublishResult> publish(int topic, byte[] payload) {
        return clients.get(topic % CONNECTIONS)
                .publishWith()
                .topic(topics.get(topic))
                .qos(qos)
                .payload(payload)
                .send();
    }

    static void end(Mqtt5AsyncClient client) {
        if (client.getState().isConnected()) {
            client.toBlocking().disconnect();
        }
    }

    @Override
    public void close() {
        clients.forEach(Publishers::end);
    }
}
