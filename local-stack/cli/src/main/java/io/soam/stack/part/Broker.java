package io.soam.stack.part;

import io.soam.stack.health.ExchangeProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.process.Launch;
import java.util.Map;

/** The MQTT broker (HiveMQ CE). */
final class Broker extends JarService {

    static final String NAME = "broker";

    private final BrokerPersistence persistence;

    Broker(Installation stack, BrokerPersistence persistence) {
        super(stack, NAME, stack.ports().broker(), 650, "broker/soam-broker.jar");
        this.persistence = persistence;
    }

    @Override
    public Launch launch() {
        return new Launch(
                directory(),
                JavaCommand.withHeap(512)
                        .opens(
                                "java.base/java.nio",
                                "java.base/sun.nio.ch",
                                "java.base/java.lang",
                                "jdk.management/com.sun.management.internal")
                        .jar(jar(), directory().toString()),
                Map.of(
                        "SOAM_BROKER_PORT",
                        String.valueOf(servicePort()),
                        "SOAM_BROKER_PERSISTENCE",
                        persistence.toString()));
    }

    @Override
    public Probe probe() {
        return ExchangeProbe.mqtt(servicePort());
    }
}
