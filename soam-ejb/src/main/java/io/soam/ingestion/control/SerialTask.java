package io.soam.ingestion.control;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that is never run twice at the same time, and is run at least once after each request. It
 * holds a thread only while there is something to do.
 */
final class SerialTask {

    private final Executor executor;
    private final Runnable task;
    private final AtomicInteger requests = new AtomicInteger();

    SerialTask(Executor executor, Runnable task) {
        this.executor = executor;
        this.task = task;
    }

    void request() {
        if (requests.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        int served;
        do {
            served = requests.get();
            try {
                task.run();
            } catch (RuntimeException e) {
                // The next request must still find somebody.
                IngestionLog.LOG.stepFailed(e);
            }
        } while (requests.addAndGet(-served) != 0);
    }
}
