package io.soam.batch.enrichment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The run of the job in this server, if there is one. */
@ApplicationScoped
class RunningJob {

    private EnrichmentBatchlet current;

    synchronized void entered(EnrichmentBatchlet batchlet) {
        current = batchlet;
    }

    synchronized void left(EnrichmentBatchlet batchlet) {
        if (current == batchlet) {
            current = null;
            notifyAll();
        }
    }

    /** Stops the run and waits until it has ended. */
    synchronized void stop(Duration limit) throws InterruptedException {
        if (current != null) {
            current.stop();
        }
        long end = System.nanoTime() + limit.toNanos();
        for (long rest = limit.toMillis(); current != null && rest > 0; ) {
            wait(rest);
            rest = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }
}
