package io.soam.ingestion.control;

import io.soam.platform.control.GuardedTask;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells the other servers, through the database, what became of the data sources that run here: at
 * once when a state changes, what has been counted every five seconds. On a thread of its own, so
 * that a slow database holds no connector up.
 */
@ApplicationScoped
public class SourceReporting {

    private static final int EVERY_SECONDS = 2;
    private static final long TOGETHER_MILLIS = 200;
    private static final long COUNTS_NANOS = 5_000_000_000L;

    @Inject SourceRuns runs;

    @Inject SourceStates states;

    @Inject SourceEvents events;

    @Inject SourceActivity activity;

    @Resource ManagedThreadFactory threads;

    private final Semaphore requests = new Semaphore(0);
    private long countedAt = System.nanoTime();
    private volatile boolean stopping;

    void start() {
        runs.onChange(requests::release);
        threads.newThread(this::run).start();
    }

    /** The last word of this server. */
    void stop() {
        stopping = true;
        requests.release();
        countedAt = System.nanoTime() - COUNTS_NANOS;
        report().run();
    }

    private void run() {
        Runnable report = report();
        try {
            while (!stopping) {
                if (requests.tryAcquire(EVERY_SECONDS, TimeUnit.SECONDS)) {
                    // One that starts reports several states in no time.
                    TimeUnit.MILLISECONDS.sleep(TOGETHER_MILLIS);
                    requests.drainPermits();
                }
                report.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable report() {
        return new GuardedTask(
                () -> {
                    states.write(runs.reports());
                    events.write();
                    if (System.nanoTime() - countedAt >= COUNTS_NANOS) {
                        countedAt = System.nanoTime();
                        activity.flush();
                    }
                },
                failure -> IngestionLog.LOG.statesNotWritten(failure.getMessage()));
    }
}
