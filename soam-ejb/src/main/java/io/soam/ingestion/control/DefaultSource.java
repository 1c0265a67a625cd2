package io.soam.ingestion.control;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.mqtt.MqttConnectorType;

/** The data source that every installation has. */
public final class DefaultSource {

    static final String NAME = "Local Simulators MQTT";

    private DefaultSource() {}

    /** Its id in the lake. */
    public static IngestionId id() {
        return IngestionId.ofSource(NAME, MqttConnectorType.NAME);
    }
}
