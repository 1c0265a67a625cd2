package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopic;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

/** A message as it came, whichever version of MQTT brought it. */
interface MqttMessage {

    MqttTopic topic();

    MqttQos qos();

    boolean retain();

    byte[] payload();

    /** The broker may forget it: PUBACK, or PUBREC for quality of service 2. */
    void acknowledge();

    /** Of MQTT 5. */
    record Of5(Mqtt5Publish publish) implements MqttMessage {

        @Override
        public MqttTopic topic() {
            return publish.getTopic();
        }

        @Override
        public MqttQos qos() {
            return publish.getQos();
        }

        @Override
        public boolean retain() {
            return publish.isRetain();
        }

        @Override
        public byte[] payload() {
            return publish.getPayloadAsBytes();
        }

        @Override
        public void acknowledge() {
            publish.acknowledge();
        }
    }

    /** Of MQTT 3.1.1. */
    record Of3(Mqtt3Publish publish) implements MqttMessage {

        @Override
        public MqttTopic topic() {
            return publish.getTopic();
        }

        @Override
        public MqttQos qos() {
            return publish.getQos();
        }

        @Override
        public boolean retain() {
            return publish.isRetain();
        }

        @Override
        public byte[] payload() {
            return publish.getPayloadAsBytes();
        }

        @Override
        public void acknowledge() {
            publish.acknowledge();
        }
    }
}
