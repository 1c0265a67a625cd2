package io.soam.ingestion.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttVersion;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration of an MQTT data source, read.
 *
 * @param broker host name or address
 * @param port TCP port
 * @param version of MQTT to speak
 * @param filters what to subscribe to
 * @param qos quality of service to subscribe with
 * @param login user name and password
 * @param tls null if the connection is not secured
 * @param lifetimes how long silence and absence may last
 * @param site the place that the source belongs to; null if none is configured
 */
record MqttSettings(
        String broker,
        int port,
        MqttVersion version,
        TopicFilters filters,
        MqttQos qos,
        MqttLogin login,
        MqttTls tls,
        Lifetimes lifetimes,
        String site) {

    static final int DEFAULT_PORT = 1883;
    static final int DEFAULT_TLS_PORT = 8883;

    private static final int DEFAULT_KEEP_ALIVE = 30;

    /** Long enough for a weekend without this replica; then the broker may forget us. */
    private static final int DEFAULT_SESSION_EXPIRY = 7 * 24 * 60 * 60;

    /**
     * Seconds.
     *
     * @param keepAlive after which a silent connection is probed
     * @param sessionExpiry for which the broker keeps our messages while we are away; brokers of
     *     MQTT 3.1.1 decide that by themselves
     */
    record Lifetimes(int keepAlive, int sessionExpiry) {}

    /**
     * @throws InvalidSourceConfigurationException if it cannot work
     */
    static MqttSettings of(JsonNode config) {
        String broker = text(config, "broker");
        if (broker == null) {
            throw new InvalidSourceConfigurationException(
                    "The broker is missing. Give its host name or address, such as mqtt.example.org.");
        }
        MqttTls tls = MqttTls.of(config);
        return new MqttSettings(
                broker,
                config.path("port").asInt(tls == null ? DEFAULT_PORT : DEFAULT_TLS_PORT),
                version(config.path("version").asText("5")),
                new TopicFilters(
                        topics(config.path("topics")),
                        config.path("use_shared_subscription").asBoolean(true),
                        config.path("shared_group").asText(MqttConnectorType.DEFAULT_GROUP)),
                qos(config.path("qos").asInt(MqttQos.AT_LEAST_ONCE.getCode())),
                MqttLogin.of(config),
                tls,
                new Lifetimes(
                        config.path("keep_alive").asInt(DEFAULT_KEEP_ALIVE),
                        config.path("session_expiry").asInt(DEFAULT_SESSION_EXPIRY)),
                text(config, "site"));
    }

    /** A text that is given and not blank, as forms send what was left empty; null otherwise. */
    static String text(JsonNode config, String field) {
        String text = config.path(field).asText("");
        return text.isBlank() ? null : text;
    }

    /** Host and port, for people. */
    String address() {
        return broker + ":" + port;
    }

    /** Tells a session from all others, of other brokers too. */
    String sessionName(String clientId) {
        return clientId + "@" + address();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return (tls == null ? "mqtt://" : "mqtts://") + address() + " " + filters.topics();
    }

    private static MqttVersion version(String version) {
        return switch (version) {
            case "5" -> MqttVersion.MQTT_5_0;
            case "3.1.1" -> MqttVersion.MQTT_3_1_1;
            default ->
                    throw new InvalidSourceConfigurationException(
                            "MQTT version '" + version + "' is not known. Give 5 or 3.1.1.");
        };
    }

    private static MqttQos qos(int code) {
        MqttQos qos = MqttQos.fromCode(code);
        if (qos == null) {
            throw new InvalidSourceConfigurationException(
                    "There is no quality of service " + code + ". Give 0, 1 or 2.");
        }
        return qos;
    }

    private static List<String> topics(JsonNode node) {
        List<String> topics = new ArrayList<>();
        if (node.isTextual()) {
            topics.add(node.asText());
        }
        node.elements().forEachRemaining(topic -> topics.add(topic.asText()));
        return topics;
    }
}
