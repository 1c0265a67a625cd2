package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** {@code soam down} leaves nothing half done, {@code soam up} finds everything again. */
@SystemTest
@Order(Integer.MAX_VALUE)
class GracefulStopIT {

    private static final int MESSAGES = 5_000;

    @Test
    void downFlushesAndUpHasAllData(SoamStack stack) throws IOException {
        Numbered numbered = new Publisher(stack).numbered(MESSAGES, 2_500);
        numbered.awaitAll();
        List<Part> running = stack.parts().stream().filter(Part::isAlive).toList();

        stack.down();

        assertThat(running).isNotEmpty();
        // A process that has ended is still listed until init has taken note of it.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> running.stream().noneMatch(Part::isAlive));
        assertThat(segments(stack.home().resolve("spool"))).isEmpty();

        stack.up();
        Lake lake = new Lake(stack);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> lake.numbered(numbered.run()), Tally.exactlyOnce(MESSAGES)::equals);
        assertThat(stack.api().as("vera").get("/api/data-sources").data()).isNotEmpty();
    }

    private static List<Path> segments(Path spool) throws IOException {
        try (Stream<Path> files = Files.walk(spool)) {
            return files.filter(file -> file.toString().endsWith(".seg")).toList();
        }
    }
}
