package io.soam.ingestion.spool;

import io.soam.ingestion.spool.SpoolState.Condition;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that writes: take all that waits, append it, force it, acknowledge it, again.
 *
 * <p>If the disk refuses, the group stays in memory, unacknowledged, and is written to a new
 * segment as soon as the disk takes it; meanwhile the queue fills and the senders wait.
 */
final class SpoolWriter implements Runnable {

    private static final int LARGEST_GROUP = 4_096;

    /** Streams are the senders' to invent, and each takes memory while its segment is written. */
    private static final int MOST_STREAMS = 10_000;

    private static final int PERMIT_BYTES = 1_024;
    private static final Duration IDLE_LOOK = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Spool spool;
    private final SpoolLimits limits;
    private final Clock clock;
    private final SegmentFiles files;
    private final BlockingQueue<SpoolEntry> queue = new LinkedBlockingQueue<>();
    private final Semaphore memory;
    private final int permits;
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean sealRequested;
    private volatile Condition condition = Condition.OPEN;
    private volatile String problem;
    private SegmentWriter segment;
    private Instant segmentStart;

    SpoolWriter(Spool spool, SpoolLimits limits, Clock clock, SegmentFiles files) {
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
        this.files = files;
        this.permits = Math.max(1, limits.queueBytes() / PERMIT_BYTES);
        this.memory = new Semaphore(permits, true);
    }

    void queue(SpoolEntry entry) throws InterruptedException {
        memory.acquire(permits(entry));
        if (closing) {
            memory.release(permits(entry));
            throw new IllegalStateException("The spool is closed: the server is stopping.");
        }
        queue.add(entry);
    }

    void requestSeal() {
        sealRequested = true;
    }

    Condition condition() {
        return condition;
    }

    String problem() {
        return problem;
    }

    int queued() {
        return queue.size();
    }

    void close() throws InterruptedException {
        closing = true;
        finished.await();
    }

    @Override
    public void run() {
        List<SpoolEntry> group = new ArrayList<>(LARGEST_GROUP);
        try {
            while (!closing || !queue.isEmpty()) {
                awaitRoom();
                SpoolEntry first = queue.poll(IDLE_LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, LARGEST_GROUP - 1);
                    store(group);
                    group.clear();
                }
                sealIfDue();
            }
            seal();
        } catch (InterruptedException e) {
            // The server is being torn down. What was not acknowledged will be sent again.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            problem = "The spool has ended: " + e + ". Restart this server.";
            SpoolLog.LOG.ended(e);
            throw e;
        } finally {
            closing = true;
            condition = Condition.CLOSED;
            finished.countDown();
        }
    }

    /** Waits while the spool is full, still sealing so that uploads can make room. */
    private void awaitRoom() throws InterruptedException {
        while (spool.bytes() >= limits.spoolBytes() && !closing) {
            condition = Condition.FULL;
            problem =
                    "The spool has reached its size of "
                            + limits.spoolBytes()
                            + " bytes; messages wait at their sources until uploads make room.";
            seal();
            TimeUnit.MILLISECONDS.sleep(IDLE_LOOK.toMillis());
        }
        if (condition == Condition.FULL) {
            recovered();
        }
    }

    private void store(List<SpoolEntry> group) throws InterruptedException {
        while (!tryStore(group)) {
            if (closing) {
                SpoolLog.LOG.leftToTheirSenders(group.size());
                return;
            }
            TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
        }
        if (condition == Condition.FAILING) {
            recovered();
        }
        for (SpoolEntry entry : group) {
            memory.release(permits(entry));
            acknowledge(entry);
        }
    }

    private boolean tryStore(List<SpoolEntry> group) {
        try {
            if (segment == null) {
                segment = SegmentWriter.create(spool.newSegment(), files);
                spool.created(segment.file());
                segmentStart = clock.instant();
            }
            long before = segment.size();
            for (SpoolEntry entry : group) {
                segment.append(entry.record());
            }
            segment.force();
            spool.grow(segment.file(), segment.size() - before);
            return true;
        } catch (IOException e) {
            failing(e);
            abandon();
            return false;
        }
    }

    private void acknowledge(SpoolEntry entry) {
        try {
            entry.onDurable().run();
        } catch (RuntimeException e) {
            // The message is stored; at worst its sender repeats it, and a repetition is
            // recognised.
            SpoolLog.LOG.notAcknowledged(e, entry.record().messageId());
        }
    }

    private void abandon() {
        SegmentWriter broken = segment;
        segment = null;
        if (broken == null) {
            return;
        }
        try {
            broken.abandon();
        } catch (IOException e) {
            SpoolLog.LOG.notCut(e, broken.file().toString());
        }
        // Whatever was forced has been acknowledged, so it must reach bronze.
        spool.sealed(broken.file());
    }

    private void sealIfDue() {
        if (segment == null) {
            sealRequested = false;
            return;
        }
        Duration age = limits.segmentAge(segment.streams());
        boolean old = !clock.instant().isBefore(segmentStart.plus(age));
        boolean large =
                segment.size() >= limits.segmentBytes() || segment.streams() >= MOST_STREAMS;
        if (sealRequested || old || large) {
            seal();
        }
    }

    private void seal() {
        sealRequested = false;
        SegmentWriter full = segment;
        segment = null;
        if (full == null) {
            return;
        }
        try {
            full.close();
        } catch (IOException e) {
            SpoolLog.LOG.notClosed(e, full.file().toString());
        }
        spool.sealed(full.file());
    }

    private void failing(IOException e) {
        if (condition != Condition.FAILING) {
            SpoolLog.LOG.diskRefuses(e);
        }
        condition = Condition.FAILING;
        problem =
                "The disk of the spool refuses to store messages ("
                        + e.getMessage()
                        + "); they wait at their sources until it does.";
    }

    private void recovered() {
        condition = Condition.OPEN;
        problem = null;
        SpoolLog.LOG.recovered();
    }

    /** A message larger than all the memory is let in when nothing else is. */
    private int permits(SpoolEntry entry) {
        return Math.min(permits, 1 + entry.record().size() / PERMIT_BYTES);
    }
}
