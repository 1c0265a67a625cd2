package io.soam.lake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.servers.Database;
import io.soam.servers.S3Proxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed again and again, wherever it is on the way from the spool to bronze. */
class UploadCrashIT {

    private static final int KILLS = 20;
    private static final int LONGEST_LIFE_MILLIS = 1_500;

    @TempDir Path directory;

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
            NumberedUploads uploads = new NumberedUploads(directory, store, connection);
            Path spool = directory.resolve("spool");
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = uploads.start(spool);
                int before = uploads.acknowledged().size();
                Thread sender = uploads.send(process, Integer.MAX_VALUE);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> uploads.acknowledged().size() > before);
                await().pollDelay(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)))
                        .until(() -> true);
                process.destroyForcibly().waitFor();
                sender.join();
            }
            Process last = uploads.start(spool);
            await().atMost(Duration.ofSeconds(60)).until(() -> segments(spool) == 0);
            last.destroyForcibly().waitFor();

            Set<Integer> stored = uploads.stored();
            Set<Integer> missing = new HashSet<>(uploads.acknowledged());
            missing.removeAll(stored);
            assertThat(missing).as("seed %d", seed).isEmpty();
            assertThat(uploads.acknowledged().size()).isGreaterThan(KILLS * 50);
            assertThat(NumberedUploads.registered(connection)).isEqualTo(uploads.rows());
        }
    }

    private static long segments(Path spool) throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(".seg"))
                    .filter(file -> file.toFile().length() > 0)
                    .count();
        }
    }
}
