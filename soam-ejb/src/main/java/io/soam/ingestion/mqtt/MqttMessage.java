package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.function.Supplier;

/**
 * A message as it came, whichever version of MQTT brought it.
 *
 * @param content copies the payload
 * @param acknowledgement lets the broker forget it: PUBACK, or PUBREC for quality of service 2
 */
record MqttMessage(
        MqttTopic topic,
        MqttQos qos,
        boolean retain,
        Supplier<byte[]> content,
        Runnable acknowledgement) {

    static MqttMessage of(Mqtt5Publish publish) {
        return new MqttMessage(
                publish.getTopic(),
                publish.getQos(),
                publish.isRetain(),
                publish::getPayloadAsBytes,
                publish::acknowledge);
    }

    static MqttMessage of(Mqtt3Publish publish) {
        return new MqttMessage(
                publish.getTopic(),
                publish.getQos(),
                publish.isRetain(),
                publish::getPayloadAsBytes,
                publish::acknowledge);
    }

    byte[] payload() {
        return content.get();
    }

    void acknowledge() {
        acknowledgement.run();
    }
}
