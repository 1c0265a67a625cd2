package io.soam.stack.part;

import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Sensors that publish to the broker as real ones do. */
final class Simulator implements Part {

    private final Installation stack;
    private final String kind;

    /**
     * @param kind what the sensors measure, such as {@code temperature}
     */
    Simulator(Installation stack, String kind) {
        this.stack = stack;
        this.kind = kind;
    }

    @Override
    public String name() {
        return "simulator-" + kind;
    }

    @Override
    public Stage stage() {
        return Stage.DEVICE;
    }

    @Override
    public List<Integer> ports() {
        return List.of();
    }

    @Override
    public List<String> after() {
        return List.of(Broker.NAME);
    }

    @Override
    public int memory() {
        return 120;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(stack.checkout().simulator());
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() {
        return new Launch(
                stack.home().data(name()),
                JavaCommand.withHeap(64)
                        .options(JavaCommand.QUICK_START)
                        .jar(stack.checkout().simulator(), kind),
                Map.of(
                        "MQTT_BROKER",
                        "127.0.0.1",
                        "MQTT_PORT",
                        String.valueOf(stack.ports().broker()),
                        "SOAM_SIMULATOR_BUFFER_FILE",
                        stack.home().data(name()).resolve("edge-buffer").toString()));
    }

    /** It answers nobody: it is well while it runs. */
    @Override
    public Probe probe() {
        return () -> true;
    }
}
