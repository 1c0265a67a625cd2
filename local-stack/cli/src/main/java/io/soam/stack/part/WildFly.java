package io.soam.stack.part;

import io.soam.stack.health.HttpProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.FileTree;
import io.soam.stack.home.Installation;
import io.soam.stack.process.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * WildFly with the EAR. The provisioned server is shared and never written to; configuration and
 * deployment are copied from it at each start, data stays.
 */
final class WildFly implements Part {

    static final String NAME = "wildfly";

    private final Installation stack;
    private final Path directory;

    WildFly(Installation stack) {
        this.stack = stack;
        this.directory = stack.home().data(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stage stage() {
        return Stage.SERVER;
    }

    @Override
    public List<Integer> ports() {
        return List.of(stack.ports().portal(), stack.ports().management());
    }

    @Override
    public List<String> after() {
        return List.of(PostgreSql.NAME);
    }

    @Override
    public List<String> needs() {
        return List.of(PostgreSql.NAME, ObjectStore.NAME, Broker.NAME, Neo4j.NAME, Keycloak.NAME);
    }

    /** With the Spark application that it launches. */
    @Override
    public int memory() {
        return 3600;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(
                server("jboss-modules.jar"),
                server("standalone/deployments/soam.ear"),
                stack.checkout().sparkHome(),
                stack.checkout().sparkApplication());
    }

    @Override
    public void prepare() throws IOException {
        for (String replaced : List.of("configuration", "deployments")) {
            FileTree.delete(directory.resolve(replaced));
            FileTree.copy(server("standalone/" + replaced), directory.resolve(replaced));
        }
        Files.createDirectories(stack.home().spool());
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
                                "-Djboss.node.name=soam-0",
                                "-Djboss.socket.binding.port-offset=" + stack.ports().offset(),
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
                                server("jboss-modules.jar"),
                                "-mp",
                                server("modules").toString(),
                                "org.jboss.as.standalone",
                                "--stability=community",
                                "-b=127.0.0.1",
                                "-bmanagement=127.0.0.1");
        return new Launch(directory, command, ServerEnvironment.of(stack));
    }

    @Override
    public Probe probe() {
        return new HttpProbe(
                URI.create(
                        "http://127.0.0.1:%d/health/ready".formatted(stack.ports().management())),
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

    /** For a debugger or a measurement. */
    private static List<String> moreOptions() {
        String options = System.getenv("SOAM_WILDFLY_JAVA_OPTS");
        return options == null || options.isBlank()
                ? List.of()
                : List.of(options.strip().split("\\s+"));
    }

    private Path server(String path) {
        return stack.checkout().wildfly().resolve(path);
    }
}
