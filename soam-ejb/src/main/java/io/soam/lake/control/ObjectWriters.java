package io.soam.lake.control;

import io.soam.domain.time.TimeBounds;
import io.soam.lake.control.SegmentObjects.Part;
import io.soam.lake.control.SegmentObjects.Written;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Makes objects and stores them, several at once because a store answers slowly and takes much, and
 * no more at once than memory allows. One thread gives the work out and collects the results.
 */
final class ObjectWriters {

    /** As many as the object store is asked for at once. */
    static final int MOST_AT_ONCE = 16;

    /** Raw bytes of the objects that are made at once; more than of any single object. */
    private static final long MOST_BYTES = 64L << 20;

    /**
     * What has become of a part.
     *
     * @param stored null if it failed
     * @param failure null if it is stored
     */
    record Result(SegmentUpload upload, Part part, BronzeObject stored, Throwable failure) {}

    private final ObjectStore store;
    private final TimeBounds bounds;
    private final ExecutorService threads;
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private int writing;
    private long bytes;

    ObjectWriters(ObjectStore store, TimeBounds bounds, ThreadFactory threads) {
        this.store = store;
        this.bounds = bounds;
        this.threads = Executors.newFixedThreadPool(MOST_AT_ONCE, threads);
    }

    /** Whether a part can be written now. */
    boolean admit(Part part) {
        return writing == 0 || (writing < MOST_AT_ONCE && bytes + part.rawBytes() <= MOST_BYTES);
    }

    /** Begins to write the next part of an upload. */
    void begin(SegmentUpload upload) {
        Part part = upload.next();
        upload.begin();
        writing++;
        bytes += part.rawBytes();
        threads.execute(() -> results.add(write(upload, part)));
    }

    boolean areIdle() {
        return writing == 0;
    }

    /** A part that has ended, well or not; null if none does in time. */
    Result ended(long timeout, TimeUnit unit) throws InterruptedException {
        Result result = results.poll(timeout, unit);
        if (result != null) {
            writing--;
            bytes -= result.part().rawBytes();
        }
        return result;
    }

    void close() {
        threads.shutdownNow();
    }

    private Result write(SegmentUpload upload, Part part) {
        try {
            Written object = convert(part);
            store.putOnce(part.key(), object.content());
            return new Result(upload, part, object.description(), null);
        } catch (Exception | Error e) {
            // Whatever it is, whoever waits for this part must hear of it.
            return new Result(upload, part, null, e);
        }
    }

    /** Converts in memory, so that even an I/O error is the segment's. */
    private Written convert(Part part) throws UnconvertibleSegmentException {
        try {
            return part.write(bounds);
        } catch (IOException | RuntimeException e) {
            throw new UnconvertibleSegmentException(e);
        }
    }
}
