package io.soam.lake.control;

import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SealedSegment;
import io.soam.ingestion.spool.SegmentContent;
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
import java.nio.file.Path;
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
 * A segment that fails by itself, while store, database and disk work, is set aside in the end.
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

    /** Bad content fails every time, but a failure that only looked like it need not. */
    private static final int RETRIES = 3;

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
    private SealedSegment suspect;
    private int attempts;

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
        } catch (UnconvertibleSegmentException e) {
            return gaveUp(segment, e.getCause());
        } catch (RuntimeException | LinkageError e) {
            broken(segment, e);
        }
        return false;
    }

    private void broken(SealedSegment segment, Throwable cause) {
        if (state.isHealthy()) {
            LakeLog.LOG.uploadBroken(cause, segment.name());
        }
        failed(String.valueOf(cause.getMessage()));
    }

    /** In the end a segment must not hold up all that are behind it. */
    private boolean gaveUp(SealedSegment segment, Throwable cause) {
        attempts = segment.equals(suspect) ? attempts + 1 : 1;
        suspect = segment;
        if (attempts <= RETRIES) {
            broken(segment, cause);
            return false;
        }
        try {
            Path kept = spool.setAside(segment);
            LakeLog.LOG.setAside(cause, segment.name(), attempts, kept.toString());
            succeeded();
            return true;
        } catch (IOException e) {
            failed("The spool cannot be written: " + e.getMessage());
            return false;
        }
    }

    private void move(SealedSegment segment)
            throws ObjectStoreException, SQLException, IOException, UnconvertibleSegmentException {
        if (!bucketExists) {
            store.ensureBucket();
            bucketExists = true;
        }
        List<BronzeObject> stored = new ArrayList<>();
        SegmentContent content = read(segment);
        for (SegmentObjects.Part part : cut(segment, content)) {
            byte[] object = convert(part);
            store.putOnce(part.key(), object);
            stored.add(part.describe(object.length));
        }
        if (!stored.isEmpty()) {
            catalogue.register(stored);
        }
        spool.done(segment, content);
        stored.forEach(this::count);
    }

    /** An I/O error here is the disk's, everything else the segment's. */
    private static SegmentContent read(SealedSegment segment)
            throws IOException, UnconvertibleSegmentException {
        try {
            return segment.content();
        } catch (RuntimeException e) {
            throw new UnconvertibleSegmentException(e);
        }
    }

    private static List<SegmentObjects.Part> cut(SealedSegment segment, SegmentContent content)
            throws UnconvertibleSegmentException {
        try {
            return SegmentObjects.of(segment.name(), content.records());
        } catch (RuntimeException e) {
            throw new UnconvertibleSegmentException(e);
        }
    }

    /** Converts in memory, so that even an I/O error is the segment's. */
    private static byte[] convert(SegmentObjects.Part part) throws UnconvertibleSegmentException {
        try {
            return part.content();
        } catch (IOException | RuntimeException e) {
            throw new UnconvertibleSegmentException(e);
        }
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
