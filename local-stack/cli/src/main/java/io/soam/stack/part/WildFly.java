package io.soam.stack.part;

import io.soam.stack.health.HttpProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.FileTree;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Server;
import io.soam.stack.process.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WildFly with the EAR. The provisioned server is shared and never written to; configuration and
 * deployment are copied from it at each start, data stays. Each server has its own.
 */
final class WildFly implements Part {

    private final Installation stack;
    private final Server server;
    private final BrokerPersistence brokerPersistence;
    private final Path directory;

    WildFly(Installation stack, Server server, BrokerPersistence brokerPersistence) {
        this.stack = stack;
        this.server = server;
        this.brokerPersistence = brokerPersistence;
        this.directory = stack.home().data(name());
    }

    @Override
    public String name() {
        return server.partName();
    }

    @Override
    public Stage stage() {
        return Stage.SERVER;
    }

    @Override
    public List<Integer> ports() {
        return List.of(stack.ports().portal(server), stack.ports().management(server));
    }

    /** The first one makes the tables and launches Spark, so the others let it go first. */
    @Override
    public List<String> after() {
        return server.isFirst()
                ? List.of(PostgreSql.NAME)
                : List.of(PostgreSql.NAME, Server.FIRST.partName());
    }

    @Override
    public List<String> needs() {
        return server.isFirst()
                ? List.of(PostgreSql.NAME, ObjectStore.NAME, Broker.NAME, Neo4j.NAME, Keycloak.NAME)
                : List.of(Server.FIRST.partName());
    }

    @Override
    public boolean optional() {
        return !server.isFirst();
    }

    /** The first one with the Spark application that it launches. */
    @Override
    public int memory() {
        return server.isFirst() ? 3600 : 1300;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(
                provisioned("jboss-modules.jar"),
                provisioned("standalone/deployments/soam.ear"),
                stack.checkout().sparkHome(),
                stack.checkout().sparkApplication());
    }

    @Override
    public void prepare() throws IOException {
        for (String replaced : List.of("configuration", "deployments")) {
            FileTree.delete(directory.resolve(replaced));
            FileTree.copy(provisioned("standalone/" + replaced), directory.resolve(replaced));
        }
        Files.createDirectories(stack.home().spool(server));
    }

    @Override
    public Launch launch() {
        List<String> command =
                JavaCommand.withHeap(768)
                        .options(
                                "-XX:MetaspaceSize=96m",
                                "-XX:MaxMetaspaceSize=384m",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Dorg.wildfly.sigterm.suspend.timeout=20",
                                "-Djava.net.preferIPv4Stack=true",
                                "-Djava.awt.headless=true",
                                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                                "-Djboss.home.dir=" + stack.checkout().wildfly(),
                                "-Djboss.server.base.dir=" + directory,
                                "-Djboss.node.name=" + server.podName(),
                                "-Djboss.socket.binding.port-offset="
                                        + stack.ports().offset(server),
                                "-Dlogging.configuration="
                                        + directory
                                                .resolve("configuration/logging.properties")
                                                .toUri(),
                                "-Dorg.jboss.boot.log.file=" + directory.resolve("log/server.log"),
                                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED")
                        .opens(
                                "java.base/java.io",
                                "java.base/java.lang",
                                "java.base/java.lang.invoke",
                                "java.base/java.lang.reflect",
                                "java.base/java.net",
                                "java.base/java.nio",
                                "java.base/java.security",
                                "java.base/java.util",
                                "java.base/java.util.concurrent",
                                "java.base/sun.util.calendar",
                                "java.management/javax.management",
                                "java.naming/javax.naming")
                        .options(moreOptions())
                        .jar(
                                provisioned("jboss-modules.jar"),
                                "-mp",
                                provisioned("modules").toString(),
                                "org.jboss.as.standalone",
                                "--stability=community",
                                "-b=127.0.0.1",
                                "-bmanagement=127.0.0.1");
        return new Launch(directory, command, environment());
    }

    @Override
    public Probe probe() {
        return new HttpProbe(
                URI.create(
                        "http://127.0.0.1:%d/health/ready"
                                .formatted(stack.ports().management(server))),
                299);
    }

    /**
     * The deployment scanner leaves this file; the server itself runs on without the application.
     */
    @Override
    public Optional<String> hopeless() {
        return Files.exists(directory.resolve("deployments/soam.ear.failed"))
                ? Optional.of("the application could not be deployed")
                : Optional.empty();
    }

    /** It logs each time it has to say that it is not ready. */
    @Override
    public Duration probeInterval() {
        return Duration.ofSeconds(1);
    }

    /** Everything acknowledged to a sensor is written out before it ends. */
    @Override
    public Duration grace() {
        return Duration.ofMinutes(1);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(ServerEnvironment.of(stack, server));
        // HiveMQ CE 2025.5 looks through the whole shared queue for each acknowledgement if that is
        // in memory: once some ten thousand messages wait it delivers a few hundred a second.
        environment.put(
                "SOAM_MQTT_SHARED_SUBSCRIPTION",
                String.valueOf(brokerPersistence != BrokerPersistence.IN_MEMORY));
        return environment;
    }

    /** For a debugger or a measurement; a debugger's port can be had once only. */
    private List<String> moreOptions() {
        String options = System.getenv("SOAM_WILDFLY_JAVA_OPTS");
        return options == null || options.isBlank() || !server.isFirst()
                ? List.of()
                : List.of(options.strip().split("\\s+"));
    }

    private Path provisioned(String path) {
        return stack.checkout().wildfly().resolve(path);
    }
}
