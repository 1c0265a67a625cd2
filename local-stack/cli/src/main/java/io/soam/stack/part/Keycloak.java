package io.soam.stack.part;

import io.soam.stack.health.HttpProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Secret;
import io.soam.stack.home.Server;
import io.soam.stack.home.SignIn;
import io.soam.stack.process.Launch;
import io.soam.stack.process.PartLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Keycloak with the realm {@code soam}. The distribution is shared by all stacks; what it writes
 * lies in a home of its own that links to the distribution.
 */
final class Keycloak implements Part {

    static final String NAME = "keycloak";
    static final String ADMIN = "admin";

    /**
     * Connections that a restart of the database has broken would each fail one sign-in. Keycloak
     * has no option of its own for that.
     */
    private static final String VALIDATED_CONNECTIONS =
            "quarkus.datasource.jdbc.foreground-validation-interval=1S\n";

    private final Installation stack;
    private final Path directory;
    private final RealmFile realm;

    Keycloak(Installation stack) {
        this.stack = stack;
        this.directory = stack.home().data(NAME);
        this.realm =
                new RealmFile(
                        stack.checkout().realm(),
                        directory.resolve("realm.sha256"),
                        Server.first(Server.MOST).stream().map(stack.ports()::portalUrl).toList());
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
        return List.of(stack.ports().keycloak(), stack.ports().keycloakManagement());
    }

    @Override
    public List<String> after() {
        return List.of(PostgreSql.NAME);
    }

    @Override
    public int memory() {
        return 650;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(distribution("lib/quarkus/quarkus-application.dat"), realm.source());
    }

    @Override
    public void prepare() throws IOException, InterruptedException, StackException {
        Path imports = Files.createDirectories(directory.resolve("data/import"));
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(conf.resolve("quarkus.properties"), VALIDATED_CONNECTIONS);
        realm.writeTo(imports.resolve("soam-realm.json"));
        for (String shared : List.of("lib", "providers", "themes")) {
            link(directory.resolve(shared), distribution(shared));
        }
        if (realm.hasChanged()) {
            replaceRealm(imports.resolve("soam-realm.json"));
        }
    }

    @Override
    public Launch launch() {
        return launch(
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + stack.ports().keycloak(),
                        "--http-management-port=" + stack.ports().keycloakManagement(),
                        "--hostname=" + stack.ports().keycloakUrl(),
                        "--cache=local"));
    }

    @Override
    public Probe probe() {
        return new HttpProbe(
                URI.create(
                        "http://127.0.0.1:%d/realms/soam/.well-known/openid-configuration"
                                .formatted(stack.ports().keycloak())),
                299);
    }

    @Override
    public void complete() throws IOException {
        realm.remember();
    }

    /** Keycloak imports a realm once only; a changed one must be put in its place by hand. */
    private void replaceRealm(Path file) throws IOException, InterruptedException, StackException {
        PartLog log = new PartLog(stack.home().log(NAME));
        Launch replacement =
                launch(List.of("import", "--optimized", "--override=true", "--file=" + file));
        if (replacement.start(log.path()).waitFor() != 0) {
            throw new StackException(
                    "the changed realm was refused: " + String.join(" / ", log.tellingLines()));
        }
    }

    private Launch launch(List<String> arguments) {
        List<String> command =
                JavaCommand.withHeap(384)
                        .options(JavaCommand.QUICK_START)
                        .options(
                                "-XX:MaxMetaspaceSize=256m",
                                "-Duser.language=en",
                                "-Duser.country=US",
                                "-Dkc.home.dir=" + directory,
                                "-Djboss.server.config.dir=" + directory.resolve("conf"),
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Dpicocli.disable.closures=true",
                                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                        + "io.quarkus.bootstrap.forkjoin"
                                        + ".QuarkusForkJoinWorkerThreadFactory")
                        .opens(
                                "java.base/java.util",
                                "java.base/java.util.concurrent",
                                "java.base/java.security",
                                "java.base/java.lang")
                        .main(
                                distribution("lib/quarkus-run.jar"),
                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                                arguments);
        return new Launch(directory, command, environment());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_DB_URL", stack.ports().databaseUrl("keycloak"));
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", stack.secret(Secret.KEYCLOAK_DATABASE));
        environment.put("KC_DB_POOL_MAX_SIZE", "10");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", stack.secret(Secret.KEYCLOAK_ADMIN));
        environment.put("SOAM_PORTAL_URL", stack.ports().portalUrl());
        environment.put("SOAM_OIDC_SECRET", stack.secret(Secret.OIDC));
        for (SignIn user : SignIn.values()) {
            environment.put(
                    "SOAM_PASSWORD_" + user.name().toUpperCase(Locale.ROOT),
                    stack.secret(user.password()));
        }
        return environment;
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private Path distribution(String path) {
        return stack.checkout().service(NAME).resolve(path);
    }
}
