package io.soam.stack.part;

import io.soam.stack.health.ExchangeProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Secret;
import io.soam.stack.process.Launch;
import java.util.Map;

/** The graph database. */
final class Neo4j extends JarService {

    static final String NAME = "neo4j";

    Neo4j(Installation stack) {
        super(stack, NAME, stack.ports().graph(), 550, "neo4j/soam-neo4j.jar");
    }

    @Override
    public Launch launch() {
        return new Launch(
                directory(),
                JavaCommand.withHeap(384)
                        .options(JavaCommand.QUICK_START)
                        .opens("java.base/java.nio", "java.base/sun.nio.ch", "java.base/java.lang")
                        .jar(jar(), directory().toString()),
                Map.of(
                        "SOAM_GRAPH_PORT", String.valueOf(servicePort()),
                        "SOAM_GRAPH_PASSWORD", stack().secret(Secret.GRAPH)));
    }

    @Override
    public Probe probe() {
        return ExchangeProbe.bolt(servicePort());
    }
}
