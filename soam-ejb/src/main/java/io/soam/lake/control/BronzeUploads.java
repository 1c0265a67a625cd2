package io.soam.lake.control;

import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SealedSegment;
import io.soam.ingestion.spool.Spool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Moves sealed segments to bronze, oldest first: write the objects, register them, delete the
 * segment. A failure at any point leaves the segment, and doing it again ends in the same objects.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BronzeUploads {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** What is not moved by then stays in the spool, which is as durable. */
    private static final Duration LAST_UPLOADS = Duration.ofSeconds(20);

    @Inject SpoolAccess spoolAccess;

    @Inject ObjectStore store;

    @Inject BronzeCatalogue catalogue;

    @Inject LakeMeters meters;

    @Inject Clock clock;

    @Resource ManagedThreadFactory threads;

    private Spool spool;
    private Thread thread;
    private volatile boolean running = true;
    private volatile UploadState state = new UploadState(null, null, null, 0);
    private boolean bucketExists;

    @PostConstruct
    void start() {
        spool = spoolAccess.spool();
        thread = threads.newThread(this::run);
        thread.start();
    }

    /** How the uploads are doing. */
    public UploadState state() {
        return state;
    }

    @PreDestroy
    void stop() {
        try {
            spool.close();
            running = false;
            thread.join(LAST_UPLOADS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = spool.state().segments();
        if (left > 0) {
            LakeLog.LOG.leftInSpool(left);
        }
    }

    private void run() {
        int failures = 0;
        try {
            while (true) {
                SealedSegment segment = spool.nextSealed(100, TimeUnit.MILLISECONDS);
                if (segment == null) {
                    if (!running) {
                        return;
                    }
                } else if (moved(segment)) {
                    failures = 0;
                } else if (running) {
                    spool.putBack(segment);
                    TimeUnit.MILLISECONDS.sleep(pause(failures++).toMillis());
                } else {
                    spool.putBack(segment);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean moved(SealedSegment segment) {
        try {
            move(segment);
            succeeded();
            return true;
        } catch (ObjectStoreException e) {
            failed(e.getMessage());
        } catch (SQLException e) {
            failed("The database cannot be used: " + e.getMessage());
        } catch (IOException e) {
            failed("The spool cannot be read: " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            if (state.isHealthy()) {
                LakeLog.LOG.uploadBroken(e, segment.name());
            }
            failed(String.valueOf(e.getMessage()));
        }
        return false;
    }

    private void move(SealedSegment segment)
            throws ObjectStoreException, SQLException, IOException {
        if (!bucketExists) {
            store.ensureBucket();
            bucketExists = true;
        }
        List<BronzeObject> stored = new ArrayList<>();
        for (SegmentObjects.Part part : SegmentObjects.of(segment)) {
            byte[] content = part.content();
            store.putOnce(part.key(), content);
            stored.add(part.describe(content.length));
        }
        if (!stored.isEmpty()) {
            catalogue.register(stored);
        }
        spool.discard(segment);
        stored.forEach(this::count);
    }

    private void count(BronzeObject object) {
        meters.stored(object);
        Instant newest = state.lastStoredReceivedAt();
        boolean newer = newest == null || object.lastReceivedAt().isAfter(newest);
        state =
                new UploadState(
                        state.problem(),
                        state.since(),
                        newer ? object.lastReceivedAt() : newest,
                        state.rows() + object.rows());
    }

    private void succeeded() {
        if (!state.isHealthy()) {
            LakeLog.LOG.uploadsRecovered();
            state = new UploadState(null, null, state.lastStoredReceivedAt(), state.rows());
        }
    }

    private void failed(String problem) {
        bucketExists = false;
        if (state.isHealthy()) {
            LakeLog.LOG.uploadsFail(problem);
        }
        state =
                new UploadState(
                        problem,
                        state.isHealthy() ? clock.instant() : state.since(),
                        state.lastStoredReceivedAt(),
                        state.rows());
    }

    private static Duration pause(int failures) {
        long longest =
                Math.min(
                        LONGEST_PAUSE.toMillis(),
                        SHORTEST_PAUSE.toMillis() << Math.min(failures, 5));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
