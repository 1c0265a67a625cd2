package io.soam.stack.part;

import io.soam.stack.health.CoapProbe;
import io.soam.stack.health.HttpProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.process.Launch;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Devices that speak the protocols of real ones. */
final class Simulator implements Part {

    private final Installation stack;
    private final SimulatorKind kind;

    Simulator(Installation stack, SimulatorKind kind) {
        this.stack = stack;
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.partName();
    }

    @Override
    public Stage stage() {
        return Stage.DEVICE;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public List<Integer> ports() {
        return switch (kind) {
            case REST -> List.of(stack.ports().restSimulator());
            case COAP -> List.of(stack.ports().coapSimulator());
            default -> List.of();
        };
    }

    @Override
    public List<String> after() {
        return ports().isEmpty() ? List.of(Broker.NAME) : List.of();
    }

    @Override
    public int memory() {
        return 80;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(stack.checkout().simulator());
    }

    @Override
    public void prepare() {}

    /** Small: six of them together take less than half a gibibyte. */
    @Override
    public Launch launch() {
        return new Launch(
                stack.home().data(name()),
                JavaCommand.withHeap(24)
                        .options(JavaCommand.QUICK_START)
                        .options("-Xss512k", "-XX:ReservedCodeCacheSize=24m")
                        .jar(stack.checkout().simulator(), kind.title()),
                environment());
    }

    /** Those over MQTT answer nobody: they are well while they run. */
    @Override
    public Probe probe() {
        return switch (kind) {
            case REST ->
                    new HttpProbe(
                            URI.create(
                                    "http://127.0.0.1:%d/health"
                                            .formatted(stack.ports().restSimulator())),
                            299);
            case COAP -> new CoapProbe(stack.ports().coapSimulator());
            default -> () -> true;
        };
    }

    private Map<String, String> environment() {
        return switch (kind) {
            case REST -> Map.of("REST_PORT", String.valueOf(stack.ports().restSimulator()));
            case COAP -> Map.of("COAP_PORT", String.valueOf(stack.ports().coapSimulator()));
            default ->
                    Map.of(
                            "MQTT_BROKER",
                            "127.0.0.1",
                            "MQTT_PORT",
                            String.valueOf(stack.ports().broker()),
                            "SOAM_SIMULATOR_BUFFER_FILE",
                            stack.home().data(name()).resolve("edge-buffer").toString());
        };
    }
}
