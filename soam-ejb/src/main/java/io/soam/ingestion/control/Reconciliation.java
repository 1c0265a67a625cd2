package io.soam.ingestion.control;

import io.soam.platform.control.GuardedTask;
import io.soam.replicas.control.Replicas;
import io.soam.replicas.control.Signals;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets the connectors follow the registry: at once when another server or this one says that it has
 * changed, and every two seconds in case nobody could say so.
 */
@ApplicationScoped
public class Reconciliation {

    private static final int EVERY_SECONDS = 2;

    @Inject SourceRuns runs;

    @Inject SessionEnds ends;

    @Inject Signals signals;

    @Resource ManagedThreadFactory threads;

    private final Semaphore requests = new Semaphore(0);
    private volatile boolean stopping;

    void start() {
        signals.listen(Replicas.REGISTRY, text -> requests.release());
        threads.newThread(this::run).start();
    }

    void stop() {
        stopping = true;
        requests.release();
    }

    private void run() {
        Runnable look =
                new GuardedTask(
                        runs::reconcile,
                        failure -> IngestionLog.LOG.registryNotRead(failure.getMessage()));
        try {
            while (!stopping) {
                look.run();
                ends.look();
                if (requests.tryAcquire(EVERY_SECONDS, TimeUnit.SECONDS)) {
                    requests.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
