package io.soam.stack.part;

import io.soam.stack.health.ExchangeProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Secret;
import io.soam.stack.process.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The graph database. */
final class Neo4j implements Part {

    static final String NAME = "neo4j";

    private final Installation stack;

    Neo4j(Installation stack) {
        this.stack = stack;
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
        return List.of(stack.ports().graph());
    }

    @Override
    public int memory() {
        return 550;
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
                JavaCommand.withHeap(384)
                        .options(JavaCommand.QUICK_START)
                        .opens("java.base/java.nio", "java.base/sun.nio.ch", "java.base/java.lang")
                        .jar(jar(), directory.toString()),
                Map.of(
                        "SOAM_GRAPH_PORT", String.valueOf(stack.ports().graph()),
                        "SOAM_GRAPH_PASSWORD", stack.secret(Secret.GRAPH)));
    }

    @Override
    public Probe probe() {
        return ExchangeProbe.bolt(stack.ports().graph());
    }

    private Path jar() {
        return stack.checkout().service(NAME).resolve("soam-neo4j.jar");
    }
}
