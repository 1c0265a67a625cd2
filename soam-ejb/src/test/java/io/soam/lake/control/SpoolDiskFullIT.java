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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file system of 600 kB that really is full: in memory, and in a name space of its own, which
 * takes no rights.
 */
class SpoolDiskFullIT {

    private static final int MESSAGES = 20_000;
    private static final Duration QUIET = Duration.ofSeconds(3);

    @TempDir Path directory;

    @Test
    void aFullDisk_stopsAcknowledgements_andRoomOnItLetsEverythingThrough() throws Exception {
        S3Proxy store = new S3Proxy(directory);
        try (store;
                Database database = Database.start();
                Connection connection = database.dataSource().getConnection()) {
            NumberedUploads uploads = new NumberedUploads(directory, store, connection);
            Path disk = Files.createDirectory(directory.resolve("disk"));
            Process process =
                    uploads.start(
                            disk.resolve("spool"),
                            "unshare",
                            "--user",
                            "--map-root-user",
                            "--mount",
                            "sh",
                            "-c",
                            "mount -t tmpfs -o size=600k tmpfs \"$0\" && exec \"$@\"",
                            disk.toString());
            uploads.send(process, MESSAGES);
            await().atMost(Duration.ofMinutes(1)).until(() -> log().contains("No space left"));
            int before = uploads.acknowledged().size();
            assertThat(before).isBetween(1_000, MESSAGES - 1_000);
            await().during(QUIET)
                    .atMost(QUIET.multipliedBy(3))
                    .until(() -> uploads.acknowledged().size() - before < 1_000);
            assertThat(process.isAlive()).isTrue();

            store.start();

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> NumberedUploads.registered(connection) >= MESSAGES);
            process.destroyForcibly().waitFor();
            Set<Integer> all =
                    IntStream.rangeClosed(1, MESSAGES).boxed().collect(Collectors.toSet());
            assertThat(uploads.acknowledged()).isEqualTo(all);
            assertThat(uploads.stored()).isEqualTo(all);
            assertThat(log()).contains("SOAM001001");
        }
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("process.log"));
    }
}
