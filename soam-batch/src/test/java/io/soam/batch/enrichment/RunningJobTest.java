package io.soam.batch.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunningJobTest {

    private final RunningJob running = new RunningJob();

    @Test
    void nothingRuns_nothingToWaitFor() throws InterruptedException {
        assertThat(running.stop(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void waitsForTheRunToEnd() throws Exception {
        running.entered(new EnrichmentBatchlet());
        CompletableFuture<Void> ended = CompletableFuture.runAsync(running::left);

        assertThat(running.stop(Duration.ofMinutes(1))).isTrue();
        ended.get();
    }

    @Test
    void doesNotWaitForEver() throws InterruptedException {
        running.entered(new EnrichmentBatchlet());

        assertThat(running.stop(Duration.ofMillis(10))).isFalse();
    }
}
