package io.soam.stack.cli;

import io.soam.stack.home.Checkout;
import io.soam.stack.home.Home;
import io.soam.stack.home.HomeLock;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Ports;
import io.soam.stack.part.BrokerPersistence;
import io.soam.stack.part.Part;
import io.soam.stack.part.Parts;
import io.soam.stack.part.SimulatorKind;
import io.soam.stack.part.StackException;
import io.soam.stack.run.PartProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stack a command works on, as the environment tells: {@code SOAM_HOME}, {@code
 * SOAM_PORT_OFFSET}.
 */
final class LocalStack {

    private static final String SIMULATORS = "simulators";

    private final Installation installation;
    private final Parts parts;

    private LocalStack(Installation installation, BrokerPersistence brokerPersistence) {
        this.installation = installation;
        this.parts = new Parts(installation, brokerPersistence);
    }

    static LocalStack open() throws IOException, StackException {
        return open(BrokerPersistence.FILE);
    }

    static LocalStack open(BrokerPersistence brokerPersistence) throws IOException, StackException {
        return new LocalStack(Installation.open(checkout(), home(), ports()), brokerPersistence);
    }

    static Home home() {
        String home = System.getenv("SOAM_HOME");
        Path directory =
                home == null || home.isBlank() ? checkout().root().resolve(".soam") : Path.of(home);
        return new Home(directory.toAbsolutePath().normalize());
    }

    Installation installation() {
        return installation;
    }

    List<PartProcess> all() {
        return processes(parts.all());
    }

    /** Names of the parts that no stack does without. */
    List<String> basic() {
        return parts.basic();
    }

    /** The named parts and those they need. */
    List<PartProcess> withNeeds(List<String> names) throws StackException {
        return processes(parts.withNeeds(names));
    }

    PartProcess named(String name) throws StackException {
        return new PartProcess(parts.named(name), installation.home());
    }

    /** The named parts; {@code simulators} stands for all of those. */
    List<PartProcess> named(List<String> names) throws StackException {
        List<PartProcess> processes = new ArrayList<>();
        for (String name : names) {
            if (name.equals(SIMULATORS)) {
                processes.addAll(simulators());
            } else {
                processes.add(named(name));
            }
        }
        return processes;
    }

    List<PartProcess> simulators() throws StackException {
        List<PartProcess> processes = new ArrayList<>();
        for (SimulatorKind kind : SimulatorKind.values()) {
            processes.add(named(kind.partName()));
        }
        return processes;
    }

    /** Held while parts are started or stopped. */
    HomeLock lock() throws IOException, StackException {
        return HomeLock.tryTake(installation.home())
                .orElseThrow(
                        () ->
                                new StackException(
                                        "Another soam command is starting or stopping this stack."
                                                + " See: ./soam status"));
    }

    private List<PartProcess> processes(List<Part> chosen) {
        return chosen.stream().map(part -> new PartProcess(part, installation.home())).toList();
    }

    private static Checkout checkout() {
        return new Checkout(Path.of(System.getProperty("soam.checkout", "")).toAbsolutePath());
    }

    private static Ports ports() throws StackException {
        String offset = System.getenv("SOAM_PORT_OFFSET");
        try {
            return new Ports(offset == null || offset.isBlank() ? 0 : Integer.parseInt(offset));
        } catch (IllegalArgumentException e) {
            throw new StackException("SOAM_PORT_OFFSET: " + e.getMessage(), e);
        }
    }
}
