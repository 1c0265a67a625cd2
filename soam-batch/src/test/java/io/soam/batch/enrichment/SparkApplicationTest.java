package io.soam.batch.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With processes of the operating system that end as the application does. */
class SparkApplicationTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void stopIsALineOnStandardInput() throws Exception {
        try (SparkApplication application = launch("read line; test \"$line\" = stop")) {
            assertThat(application.stop(SOON)).isTrue();
            assertThat(application.succeeded()).isTrue();
        }
    }

    @Test
    void anApplicationThatDoesNotListenIsKilled() throws Exception {
        SparkApplication application = launch("sleep 60");

        assertThat(application.stop(Duration.ofMillis(100))).isFalse();
        application.close();

        assertThat(application.awaitEnd(SOON)).isTrue();
        assertThat(application.reason()).contains("killed (signal 9)");
    }

    @Test
    void exitCodeThreeMeansThatItsEpochIsOver() throws Exception {
        try (SparkApplication application = launch("exit 3")) {
            assertThat(application.awaitEnd(SOON)).isTrue();
            assertThat(application.fenced()).isTrue();
        }
    }

    @Test
    void saysWhyItFailed() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "exit 1").start();
        SparkOutput output =
                new SparkOutput(
                        new ProcessBuilder("echo", "java.lang.IllegalStateException: no lake")
                                .start()
                                .getInputStream(),
                        List.of());
        output.run();
        try (SparkApplication application = new SparkApplication(process, output)) {
            assertThat(application.awaitEnd(SOON)).isTrue();
            assertThat(application.reason())
                    .isEqualTo(
                            "The Spark application ended with exit code 1:"
                                    + " java.lang.IllegalStateException: no lake");
        }
    }

    private static SparkApplication launch(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script).start();
        return new SparkApplication(process, new SparkOutput(process.getInputStream(), List.of()));
    }
}
