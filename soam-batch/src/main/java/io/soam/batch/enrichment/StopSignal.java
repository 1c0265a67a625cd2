package io.soam.batch.enrichment;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a run of the job, from another thread, to end. */
final class StopSignal {

    private final CountDownLatch latch = new CountDownLatch(1);

    void give() {
        latch.countDown();
    }

    boolean given() {
        return latch.getCount() == 0;
    }

    /** Waits, but no longer than until the signal is given. */
    boolean givenWithin(Duration limit) throws InterruptedException {
        return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
