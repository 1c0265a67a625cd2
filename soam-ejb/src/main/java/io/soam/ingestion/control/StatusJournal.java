package io.soam.ingestion.control;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Background;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes the status of one data source to the database: on another thread, so that a slow database
 * never holds a connection up; one after the other; only the newest; and again until the database
 * takes it.
 */
final class StatusJournal {

    private static final int AGAIN_SECONDS = 5;

    private record Entry(SourceStatus status, String error) {}

    private final IngestionId ingestionId;
    private final SourceRegistry registry;
    private final Background background;
    private final AtomicReference<Entry> newest = new AtomicReference<>();

    StatusJournal(IngestionId ingestionId, SourceRegistry registry, Background background) {
        this.ingestionId = ingestionId;
        this.registry = registry;
        this.background = background;
    }

    void note(SourceStatus status, String error) {
        newest.set(new Entry(status, error));
        try {
            background.executor().execute(this::write);
        } catch (RejectedExecutionException e) {
            // A server that is stopping runs no more tasks, and nobody waits for this connection
            // any more.
            write();
        }
    }

    private synchronized void write() {
        Entry entry = newest.getAndSet(null);
        if (entry == null) {
            return;
        }
        try {
            registry.changed(ingestionId, entry.status(), entry.error());
        } catch (RuntimeException e) {
            IngestionLog.LOG.statusNotRecorded(e, entry.status().code(), ingestionId.value());
            if (newest.compareAndSet(null, entry)) {
                CompletableFuture.delayedExecutor(
                                AGAIN_SECONDS, TimeUnit.SECONDS, background.executor())
                        .execute(this::write);
            }
        }
    }
}
