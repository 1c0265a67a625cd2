package io.soam.lake.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.soam.servers.S3Proxy;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Numbered messages that go through {@link UploadingProcess}es: which of them were acknowledged,
 * and which are in bronze.
 */
final class NumberedUploads {

    private final Path directory;
    private final S3Proxy store;
    private final String database;
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();

    /**
     * @param directory what the processes may write to
     * @param database where the catalogue is
     */
    NumberedUploads(Path directory, S3Proxy store, Connection database) throws SQLException {
        this.directory = directory;
        this.store = store;
        this.database = database.getMetaData().getURL() + "?user=postgres";
    }

    Set<Integer> acknowledged() {
        return acknowledged;
    }

    int sent() {
        return sent.get();
    }

    /**
     * Starts a process.
     *
     * @param spool its directory
     * @param before what stands before its command line
     */
    Process start(Path spool, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        UploadingProcess.class.getName(),
                        spool.toString(),
                        store.endpoint(),
                        database));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(directory.resolve("process.log").toFile())
                        .start();
        Thread reader = new Thread(() -> note(process));
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private void note(Process process) {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // What is cut off by the kill has not been acknowledged as a whole.
                if (line.startsWith("a") && line.endsWith("z")) {
                    acknowledged.add(Integer.valueOf(line.substring(1, line.length() - 1)));
                }
            }
        } catch (IOException e) {
            throw new AssertionError("The process cannot be read", e);
        }
    }

    /** Numbers on and on, until the process is dead or there have been so many. */
    Thread send(Process process, int last) {
        Thread sender =
                new Thread(
                        () -> {
                            try (BufferedWriter lines = process.outputWriter(UTF_8)) {
                                while (process.isAlive() && sent.get() < last) {
                                    lines.write(sent.incrementAndGet() + "\n");
                                    if (sent.get() % 20 == 0) {
                                        lines.flush();
                                        LockSupport.parkNanos(4_000_000);
                                    }
                                }
                                lines.flush();
                                process.onExit().join();
                            } catch (IOException e) {
                                assertThat(process.isAlive()).isFalse();
                            }
                        });
        sender.start();
        return sender;
    }

    /** Numbers in bronze, each once. */
    Set<Integer> stored() throws SQLException {
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select cast(payload::json->>'seq' as integer) from " + files())) {
            while (rows.next()) {
                assertThat(numbers.add(rows.getInt(1))).as("stored once").isTrue();
            }
        }
        return numbers;
    }

    long rows() throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + files())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Messages that the catalogue knows of. */
    static long registered(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select coalesce(sum(row_count), 0) from soam.bronze_objects")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String files() {
        return "read_parquet('" + store.data() + "/lake/bronze/*/*/*/*.parquet')";
    }
}
