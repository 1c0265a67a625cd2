package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;

/** Is told of every connection of a session, the first and all that follow. */
interface MqttListener {

    void connected();

    /** Also when a connection could not be made. */
    void disconnected(MqttClientDisconnectedContext disconnected);
}
