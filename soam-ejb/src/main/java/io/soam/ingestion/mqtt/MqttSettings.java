package io.soam.ingestion.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of an MQTT data source, read.
 *
 * @param broker host name or address
 * @param port TCP port
 * @param topics topic filters, wildcards allowed
 * @param username with {@code password} null if the broker takes anyone
 * @param sharedSubscription whether the replicas share the messages among them
 * @param sharedGroup name of the group that shares
 */
record MqttSettings(
        String broker,
        int port,
        List<String> topics,
        String username,
        String password,
        boolean sharedSubscription,
        String sharedGroup) {

    static final int DEFAULT_PORT = 1883;

    private static final String SHARE = "$share/";

    static MqttSettings of(JsonNode config) {
        String broker = config.path("broker").asText();
        if (broker.isBlank()) {
            throw new InvalidSourceConfigurationException(
                    "The broker is missing. Give its host name or address, such as mqtt.example.org.");
        }
        String username = config.path("username").asText(null);
        String password = config.path("password").asText(null);
        return new MqttSettings(
                broker,
                config.path("port").asInt(DEFAULT_PORT),
                topics(config.path("topics")),
                password == null ? null : username,
                username == null ? null : password,
                config.path("use_shared_subscription").asBoolean(true),
                config.path("shared_group").asText(MqttConnectorType.DEFAULT_GROUP));
    }

    /** The filters to subscribe to, as the broker must see them. */
    List<String> filters() {
        return topics.stream()
                .map(
                        topic ->
                                sharedSubscription && !topic.startsWith(SHARE)
                                        ? SHARE + sharedGroup + "/" + topic
                                        : topic)
                .toList();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "mqtt://" + broker + ":" + port + " " + topics;
    }

    private static List<String> topics(JsonNode node) {
        List<String> topics = new ArrayList<>();
        if (node.isTextual()) {
            topics.add(node.asText());
        }
        node.elements().forEachRemaining(topic -> topics.add(topic.asText()));
        if (topics.isEmpty()) {
            throw new InvalidSourceConfigurationException(
                    "No topic is given. Give at least one topic filter, such as city/sensors/#.");
        }
        topics.forEach(MqttSettings::check);
        return List.copyOf(topics);
    }

    /** The rules of MQTT 5, section 4.7: a mistake here would otherwise end the connection. */
    private static void check(String topic) {
        String problem = null;
        if (topic.isEmpty()) {
            problem = "is empty";
        } else if (topic.getBytes(StandardCharsets.UTF_8).length > 65_535) {
            problem = "is longer than 65,535 bytes";
        } else if (topic.indexOf('\0') >= 0) {
            problem = "holds a null character";
        } else {
            String[] levels = topic.split("/", -1);
            for (int i = 0; i < levels.length; i++) {
                boolean hash = levels[i].contains("#");
                if (hash && (levels[i].length() > 1 || i < levels.length - 1)) {
                    problem = "has a # that is not the whole last level";
                } else if (levels[i].contains("+") && levels[i].length() > 1) {
                    problem = "has a + that is not a whole level";
                }
            }
        }
        if (problem != null) {
            throw new InvalidSourceConfigurationException(
                    "The topic filter '" + topic + "' " + problem + ".");
        }
    }
}
