package io.soam.stack.part;

import io.soam.stack.health.DatabaseProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.FileTree;
import io.soam.stack.home.Installation;
import io.soam.stack.home.Secret;
import io.soam.stack.process.Launch;
import io.soam.stack.process.PartLog;
import io.soam.stack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL with SOAM's and Keycloak's databases. Commits are durable. */
final class PostgreSql implements Part {

    static final String NAME = "postgresql";
    static final String ADMIN = "postgres";

    private final Installation stack;
    private final Path directory;
    private final Path data;

    PostgreSql(Installation stack) {
        this.stack = stack;
        this.directory = stack.home().data(NAME);
        this.data = directory.resolve("data");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stage stage() {
        return Stage.DATABASE;
    }

    @Override
    public List<Integer> ports() {
        return List.of(stack.ports().postgresql());
    }

    @Override
    public int memory() {
        return 150;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(program("postgres"));
    }

    @Override
    public void prepare() throws IOException, InterruptedException, StackException {
        if (!Files.exists(data)) {
            initialise();
        }
        deleteStaleLock();
    }

    /**
     * After a crash PostgreSQL refuses to start when its old process number belongs to anybody now.
     * The number is ours no more: whoever calls this has ended all that was left of PostgreSQL
     * here.
     */
    private void deleteStaleLock() throws IOException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    @Override
    public Launch launch() {
        return new Launch(
                directory,
                unprivileged(
                        program("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(stack.ports().postgresql()),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "shared_buffers=64MB"),
                Map.of());
    }

    @Override
    public Probe probe() {
        return new DatabaseProbe(
                stack.ports().databaseUrl(ADMIN), ADMIN, stack.secret(Secret.POSTGRESQL_ADMIN));
    }

    @Override
    public void complete() throws StackException {
        try {
            Databases.createMissing(stack);
        } catch (SQLException e) {
            throw new StackException("cannot create databases: " + e.getMessage(), e);
        }
    }

    /** Fast shutdown: sessions of parts that were killed must not keep the server waiting. */
    @Override
    public Signal stopSignal() {
        return Signal.INT;
    }

    /**
     * The directory gets its name only when it is whole: a crash meanwhile leaves nothing half
     * made.
     */
    private void initialise() throws IOException, InterruptedException, StackException {
        Path unfinished = directory.resolve("data.new");
        FileTree.delete(unfinished);
        Files.createDirectories(directory);
        Path password =
                Files.writeString(
                        directory.resolve("password"), stack.secret(Secret.POSTGRESQL_ADMIN));
        try {
            initdb(unfinished, password);
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path target, Path password)
            throws IOException, InterruptedException, StackException {
        PartLog log = new PartLog(stack.home().log(NAME));
        Launch initdb =
                new Launch(
                        directory,
                        unprivileged(
                                program("initdb").toString(),
                                "--pgdata=" + target,
                                "--username=" + ADMIN,
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8"),
                        Map.of());
        if (initdb.start(log.path()).waitFor() != 0) {
            throw new StackException("initdb: " + String.join(" / ", log.tellingLines()));
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace without a mapping root is an ordinary
     * user who still owns the files.
     */
    private static List<String> unprivileged(String... command) {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "--user"));
        }
        words.addAll(List.of(command));
        return words;
    }

    private Path program(String name) {
        return stack.checkout().service(NAME).resolve("bin").resolve(name);
    }
}
