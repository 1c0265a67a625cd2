package io.soam.stack.part;

import io.soam.stack.health.ExchangeProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.process.Launch;
import java.util.Map;

/** The MQTT broker (HiveMQ CE). */
final class Broker extends JarService {

    static final String NAME = "broker";

    private final String persistence;

    /**
     * @param persistence {@code file}, or {@code in-memory} for runs under high load that may lose
     *     the broker's queues with its process
     */
    Broker(Installation stack, String persistence) {
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
                        persistence));
    }

    @Override
    public Probe probe() {
        return ExchangeProbe.mqtt(servicePort());
    }
}
