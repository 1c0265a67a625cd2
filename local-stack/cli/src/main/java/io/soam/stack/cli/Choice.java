package io.soam.stack.cli;

import io.soam.stack.home.Server;
import io.soam.stack.part.SimulatorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which parts {@code ./soam up} starts. */
final class Choice {

    private static final String ALL = "all";
    private static final String NONE = "none";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--servers",
            defaultValue = "1",
            paramLabel = "N",
            description = "How many servers, 1 to 3: wildfly, server-2, server-3.")
    private int servers;

    @Option(
            names = "--simulators",
            split = ",",
            defaultValue = "temperature",
            paramLabel = "NAME",
            description = "all, none, or some of those that ./soam simulators lists.")
    private List<String> simulators;

    @Option(names = "--no-simulators", description = "The same as --simulators none.")
    private boolean noSimulators;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Start only these parts and what they need.")
    private List<String> only = List.of();

    /** Names of parts; those they need are not among them. */
    List<String> parts(List<String> basic) {
        if (servers < 1 || servers > Server.MOST) {
            throw wrong("--servers must be 1 to %d, not %d".formatted(Server.MOST, servers));
        }
        List<String> devices = noSimulators ? List.of() : simulators();
        if (!only.isEmpty()) {
            return only;
        }
        List<String> chosen = new ArrayList<>(basic);
        Server.first(servers).stream().map(Server::partName).forEach(chosen::add);
        chosen.addAll(devices);
        return chosen;
    }

    private List<String> simulators() {
        if (simulators.equals(List.of(NONE))) {
            return List.of();
        }
        return (simulators.equals(List.of(ALL)) ? all() : simulators.stream().map(this::known))
                .map(SimulatorKind::partName)
                .toList();
    }

    private static Stream<SimulatorKind> all() {
        return Stream.of(SimulatorKind.values());
    }

    private SimulatorKind known(String title) {
        return all().filter(kind -> kind.title().equals(title))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        "There is no simulator %s. Simulators: %s; or all, or none"
                                                .formatted(
                                                        title,
                                                        String.join(
                                                                ", ", SimulatorKind.titles()))));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
