package io.soam.simulator.mqtt;

import picocli.CommandLine.Option;

/** Which broker. */
public final class BrokerOptions {

    @Option(
            names = "--broker",
            description = "Host of the MQTT broker (MQTT_BROKER).",
            defaultValue = "${env:MQTT_BROKER:-localhost}")
    private String host;

    @Option(
            names = "--port",
            description = "Port of the MQTT broker (MQTT_PORT).",
            defaultValue = "${env:MQTT_PORT:-1883}")
    private int port;

    /** Does not connect yet. */
    public BrokerConnection connection() {
        return new BrokerConnection(host, port);
    }
}
