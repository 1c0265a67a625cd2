package io.soam.batch.enrichment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The run of the job in this server, if there is one. No method may be synchronized: CDI's proxy
 * would then hold a lock of its own while one waits, and the run could not tell that it has ended.
 */
@ApplicationScoped
class RunningJob {

    private record Run(EnrichmentBatchlet batchlet, CountDownLatch ended) {}

    private final AtomicReference<Run> current = new AtomicReference<>();

    void entered(EnrichmentBatchlet batchlet) {
        current.set(new Run(batchlet, new CountDownLatch(1)));
    }

    void left() {
        Run run = current.getAndSet(null);
        if (run != null) {
            run.ended().countDown();
        }
    }

    /**
     * Stops the run and waits until it has ended.
     *
     * @return whether it has, or there was none
     */
    boolean stop(Duration limit) throws InterruptedException {
        Run run = current.get();
        if (run == null) {
            return true;
        }
        run.batchlet().stop();
        return run.ended().await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
