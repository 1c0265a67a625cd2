package io.soam.stack.part;

import io.soam.stack.home.Installation;
import io.soam.stack.home.Server;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a stack in the order in which they are started. */
public final class Parts {

    private final List<Part> all;

    public Parts(Installation stack, BrokerPersistence brokerPersistence) {
        all = new ArrayList<>();
        all.add(new PostgreSql(stack));
        all.add(new ObjectStore(stack));
        all.add(new Broker(stack, brokerPersistence));
        all.add(new Neo4j(stack));
        all.add(new Keycloak(stack));
        Server.first(Server.MOST)
                .forEach(server -> all.add(new WildFly(stack, server, brokerPersistence)));
        for (SimulatorKind kind : SimulatorKind.values()) {
            all.add(new Simulator(stack, kind));
        }
    }

    public List<Part> all() {
        return List.copyOf(all);
    }

    /** Names of the parts that no stack does without. */
    public List<String> basic() {
        return all.stream().filter(part -> !part.optional()).map(Part::name).toList();
    }

    /** The named parts and those they need, in starting order. */
    public List<Part> withNeeds(List<String> names) throws StackException {
        Set<String> wanted = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(names);
        while (!open.isEmpty()) {
            Part part = named(open.remove(0));
            if (wanted.add(part.name())) {
                open.addAll(part.needs());
            }
        }
        return all.stream().filter(part -> wanted.contains(part.name())).toList();
    }

    public Part named(String name) throws StackException {
        return find(name)
                .orElseThrow(
                        () ->
                                new StackException(
                                        "There is no part %s. Parts: %s".formatted(name, names())));
    }

    private Optional<Part> find(String name) {
        return all.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private String names() {
        return all.stream().map(Part::name).collect(Collectors.joining(", "));
    }
}
