package io.soam.ingestion.mqtt;

import io.soam.ingestion.connector.ConnectorType;
import io.soam.platform.PlainThreads;
import io.soam.platform.control.Backgrounds;
import java.time.Clock;

/** The connector type without a server. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
public final class MqttConnectorTypes {

    private MqttConnectorTypes() {}

    public static ConnectorType start() {
        MqttConnectorType type = new MqttConnectorType();
        type.threads = new PlainThreads();
        type.background = Backgrounds.start();
        type.clock = Clock.systemUTC();
        return type;
    }
}
