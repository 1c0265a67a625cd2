package io.soam.lake.control;

import io.soam.ingestion.spool.SealedSegment;
import io.soam.ingestion.spool.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that gives out the work of the uploads and does what must be done in order. The
 * objects of some segments are written at once; a segment is registered when all of its are stored
 * and all segments before it are done.
 */
final class UploadLoop implements Runnable {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 100;

    /** Bad content fails every time, but a failure that only looked like it need not. */
    private static final int RETRIES = 3;

    /** Enough for a slow store to be kept busy with segments of few objects. */
    private static final int MOST_SEGMENTS = 8;

    private final Spool spool;
    private final ObjectStore store;
    private final BronzeCatalogue catalogue;
    private final UploadHealth health;
    private final ObjectWriters writers;

    /** Oldest first. */
    private final Deque<SegmentUpload> uploads = new ArrayDeque<>();

    private volatile boolean stopping;
    private boolean bucketExists;
    private int failures;
    private long pauseEnd;
    private boolean pausing;

    UploadLoop(
            Spool spool,
            ObjectStore store,
            BronzeCatalogue catalogue,
            UploadHealth health,
            ObjectWriters writers) {
        this.spool = spool;
        this.store = store;
        this.catalogue = catalogue;
        this.health = health;
        this.writers = writers;
    }

    /** Lets it end as soon as all is moved, or something fails. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            while (!hasEnded()) {
                fetch();
                write();
                collect();
                finish();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writers.close();
            Iterator<SegmentUpload> newestFirst = uploads.descendingIterator();
            newestFirst.forEachRemaining(upload -> spool.putBack(upload.segment()));
        }
    }

    private boolean hasEnded() throws InterruptedException {
        if (!stopping) {
            return false;
        }
        return isPausing() || (uploads.isEmpty() && !fetch());
    }

    /** Takes segments in; false if there is none now. */
    private boolean fetch() throws InterruptedException {
        while (uploads.size() < MOST_SEGMENTS && !isPausing()) {
            SealedSegment segment =
                    spool.nextSealed(uploads.isEmpty() ? LOOK_MILLIS : 0, TimeUnit.MILLISECONDS);
            if (segment == null) {
                return !uploads.isEmpty();
            }
            uploads.addLast(new SegmentUpload(segment));
        }
        return true;
    }

    /** Begins as many parts as can be written at once, those of the oldest segment first. */
    private void write() {
        for (SegmentUpload upload : uploads) {
            if (isPausing() || !isReady(upload)) {
                return;
            }
            while (upload.next() != null) {
                if (!writers.admit(upload.next())) {
                    return;
                }
                writers.begin(upload);
            }
        }
    }

    private boolean isReady(SegmentUpload upload) {
        try {
            if (!bucketExists) {
                store.ensureBucket();
                bucketExists = true;
            }
            upload.open();
        } catch (ObjectStoreException e) {
            failed(e.getMessage());
            return false;
        } catch (IOException e) {
            failed("The spool cannot be read: " + e.getMessage());
            return false;
        }
        if (upload.defect() == null) {
            upload.retry();
        }
        return true;
    }

    /**
     * Takes note of the parts that have ended, and waits for one if there is nothing else to do.
     */
    private void collect() throws InterruptedException {
        boolean wait = isPausing() || !writers.areIdle();
        ObjectWriters.Result result = writers.ended(wait ? LOOK_MILLIS : 0, TimeUnit.MILLISECONDS);
        while (result != null) {
            collect(result);
            result = writers.ended(0, TimeUnit.MILLISECONDS);
        }
    }

    private void collect(ObjectWriters.Result result) {
        Throwable failure = result.failure();
        if (failure == null) {
            result.upload().succeeded(result.stored());
            failures = 0;
        } else if (failure instanceof UnconvertibleSegmentException) {
            result.upload().defective(result.part(), failure.getCause());
        } else {
            result.upload().failed(result.part());
            if (failure instanceof ObjectStoreException) {
                failed(failure.getMessage());
            } else {
                broken(result.upload(), failure);
            }
        }
    }

    /** Registers and forgets segments, oldest first, as far as they are stored. */
    private void finish() {
        SegmentUpload oldest = uploads.peekFirst();
        while (oldest != null && !isPausing() && finished(oldest)) {
            uploads.removeFirst();
            failures = 0;
            health.succeeded();
            oldest = uploads.peekFirst();
        }
    }

    private boolean finished(SegmentUpload upload) {
        if (upload.defect() != null) {
            return !upload.isBusy() && gaveUp(upload);
        }
        if (!upload.isStored()) {
            return false;
        }
        try {
            if (!upload.isRegistered()) {
                catalogue.register(upload.stored(), upload.content());
                upload.registered();
                health.stored(upload.stored());
            }
            spool.done(upload.segment(), upload.content());
            return true;
        } catch (SQLException e) {
            failed("The database cannot be used: " + e.getMessage());
        } catch (IOException e) {
            failed("The spool cannot be written: " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            broken(upload, e);
        }
        return false;
    }

    /** In the end a segment must not hold up all that are behind it. */
    private boolean gaveUp(SegmentUpload upload) {
        Throwable defect = upload.defect();
        if (upload.attempts() <= RETRIES) {
            broken(upload, defect);
            upload.retry();
            return false;
        }
        try {
            Path kept = spool.setAside(upload.segment());
            LakeLog.LOG.setAside(
                    defect, upload.segment().name(), upload.attempts(), kept.toString());
            return true;
        } catch (IOException e) {
            failed("The spool cannot be written: " + e.getMessage());
            return false;
        }
    }

    private void broken(SegmentUpload upload, Throwable cause) {
        health.broken(upload.segment().name(), cause);
        pause();
    }

    private void failed(String problem) {
        health.failed(problem);
        pause();
    }

    private void pause() {
        bucketExists = false;
        if (isPausing()) {
            return;
        }
        long longest =
                Math.min(
                        LONGEST_PAUSE.toNanos(),
                        SHORTEST_PAUSE.toNanos() << Math.min(failures++, 5));
        pauseEnd =
                System.nanoTime() + ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
        pausing = true;
    }

    private boolean isPausing() {
        pausing = pausing && System.nanoTime() - pauseEnd < 0;
        return pausing;
    }
}
