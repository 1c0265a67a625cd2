package io.soam.stack.part;

import io.soam.stack.health.ExchangeProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The MQTT broker (HiveMQ CE). */
final class Broker implements Part {

    static final String NAME = "broker";

    private final Installation stack;
    private final String persistence;

    /**
     * @param persistence {@code file}, or {@code in-memory} for runs under high load that may lose
     *     the broker's queues with its process
     */
    Broker(Installation stack, String persistence) {
        this.stack = stack;
        this.persistence = persistence;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public List<Integer> ports() {
        return List.of(stack.ports().broker());
    }

    @Override
    public int memory() {
        return 650;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(jar());
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() {
        Path directory = stack.home().data(NAME);
        return new Launch(
                directory,
                JavaCommand.withHeap(512)
                        .opens(
                                "java.base/java.nio",
                                "java.base/sun.nio.ch",
                                "java.base/java.lang",
                                "jdk.management/com.sun.management.internal")
                        .jar(jar(), directory.toString()),
                Map.of(
                        "SOAM_BROKER_PORT",
                        String.valueOf(stack.ports().broker()),
                        "SOAM_BROKER_PERSISTENCE",
                        persistence));
    }

    @Override
    public Probe probe() {
        return ExchangeProbe.mqtt(stack.ports().broker());
    }

    private Path jar() {
        return stack.checkout().service(NAME).resolve("soam-broker.jar");
    }
}
