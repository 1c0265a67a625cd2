package io.soam.lake.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.servers.Database;
import io.soam.servers.S3Proxy;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed again and again, wherever it is on the way from the spool to bronze. */
class UploadCrashIT {

    private static final int KILLS = 20;
    private static final int LONGEST_LIFE_MILLIS = 1_500;

    @TempDir Path directory;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private int sent;

    @Test
    void twentyKillsAtRandomPoints_loseNothingThatWasAcknowledged_andStoreNothingTwice()
            throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        S3Proxy store = new S3Proxy(directory);
        store.start();
        try (store;
                Database database = Database.start();
                Connection connection = database.dataSource().getConnection()) {
            String address = connection.getMetaData().getURL() + "?user=postgres";
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = process(store.endpoint(), address);
                int before = acknowledged.size();
                Thread sender = send(process);
                await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > before);
                await().pollDelay(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)))
                        .until(() -> true);
                process.destroyForcibly().waitFor();
                sender.join();
            }
            Process last = process(store.endpoint(), address);
            await().atMost(Duration.ofSeconds(60)).until(() -> segments() == 0);
            last.destroyForcibly().waitFor();

            Set<Integer> stored = stored(store);
            assertThat(stored).as("seed %d", seed).containsAll(acknowledged);
            assertThat(acknowledged.size()).isGreaterThan(KILLS * 50);
            assertThat(registered(connection)).isEqualTo(rows(store));
        }
    }

    private Process process(String store, String database) throws IOException {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        ProcessHandle.current().info().command().orElse("java"),
                                        "-Xmx128m",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty(
                                                "surefire.test.class.path",
                                                System.getProperty("java.class.path")),
                                        UploadingProcess.class.getName(),
                                        directory.resolve("spool").toString(),
                                        store,
                                        database))
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

    /** Numbers on and on, until the process is dead. */
    private Thread send(Process process) {
        Thread sender =
                new Thread(
                        () -> {
                            try (BufferedWriter lines = process.outputWriter(UTF_8)) {
                                while (process.isAlive()) {
                                    lines.write(++sent + "\n");
                                    if (sent % 20 == 0) {
                                        lines.flush();
                                        LockSupport.parkNanos(4_000_000);
                                    }
                                }
                            } catch (IOException e) {
                                assertThat(process.isAlive()).isFalse();
                            }
                        });
        sender.start();
        return sender;
    }

    private long segments() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("spool"))) {
            return files.filter(file -> file.toString().endsWith(".seg"))
                    .filter(file -> file.toFile().length() > 0)
                    .count();
        }
    }

    private static Set<Integer> stored(S3Proxy store) throws SQLException {
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select cast(payload::json->>'seq' as integer) from "
                                        + files(store))) {
            while (rows.next()) {
                assertThat(numbers.add(rows.getInt(1))).as("stored once").isTrue();
            }
        }
        return numbers;
    }

    private static long rows(S3Proxy store) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + files(store))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long registered(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select coalesce(sum(row_count), 0) from soam.bronze_objects")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String files(S3Proxy store) {
        return "read_parquet('" + store.data() + "/lake/bronze/*/*/*/*.parquet')";
    }
}
