package io.soam.ingestion.connector;

import io.soam.ingestion.entity.SourceStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Repeats a {@link Poll} on a thread of its own until it is stopped: every interval while it
 * succeeds, after growing pauses while it fails. Keeps the data source's status up to date.
 *
 * <p>An interval of 60 s gives polls at 0, 60, 120 s however long each takes. If the second fails
 * it is tried again after about 2, 4, 8 … 60 s; the first success returns to the interval.
 */
public final class Polling {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LAST_WORK = Duration.ofSeconds(5);

    private final SourceContext context;
    private final Duration interval;
    private final Poll poll;
    private final Clock clock;
    private final Backoff backoff;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private int failures;
    private volatile SourceStatus status = SourceStatus.INACTIVE;
    private volatile String error;
    private volatile Instant last;
    private volatile Instant lastSuccess;
    private volatile Instant next;
    private volatile int messages;

    public Polling(
            SourceContext context,
            Duration interval,
            Poll poll,
            Clock clock,
            ThreadFactory threads) {
        this.context = context;
        this.interval = interval;
        this.poll = poll;
        this.clock = clock;
        this.backoff =
                new Backoff(shorter(interval, FIRST_PAUSE), shorter(interval, LONGEST_PAUSE));
        this.thread = threads.newThread(this::repeat);
    }

    /** Begins at once. */
    public void start() {
        changed(SourceStatus.CONNECTING, null);
        thread.start();
    }

    /** Ends, also in the middle of a poll, which then counts as not made. */
    public void stop() {
        stopping.countDown();
        poll.cancel();
        thread.interrupt();
        try {
            thread.join(LAST_WORK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        next = null;
        changed(SourceStatus.STOPPED, null);
    }

    public SourceStatus status() {
        return status;
    }

    /** Why the newest poll failed; null if it did not. */
    public String error() {
        return error;
    }

    /** When the newest poll began; null before the first. */
    public Instant last() {
        return last;
    }

    /** When the newest poll that succeeded began; null before the first. */
    public Instant lastSuccess() {
        return lastSuccess;
    }

    /** When the next one is due; null while one is under way or none is to come. */
    public Instant next() {
        return next;
    }

    /** Messages that the newest successful poll has brought. */
    public int messages() {
        return messages;
    }

    private void repeat() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                next = null;
                pause = pollOnce();
                next = clock.instant().plus(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes one poll and tells how long to wait for the next. */
    private Duration pollOnce() throws InterruptedException {
        long begun = System.nanoTime();
        Instant at = clock.instant();
        last = at;
        try {
            messages = poll.run();
            lastSuccess = at;
            failures = 0;
            changed(SourceStatus.ACTIVE, null);
            return rest(interval, begun);
        } catch (PollFailedException e) {
            return failed(e.getMessage(), e.pause());
        } catch (RuntimeException e) {
            if (!ended()) {
                ConnectorLog.LOG.pollFailed(e, context.ingestionId().value());
            }
            return failed("The poll failed unexpectedly: " + e + ".", null);
        }
    }

    private Duration failed(String reason, Duration pause) throws InterruptedException {
        if (ended()) {
            throw new InterruptedException("The data source is being stopped");
        }
        failures++;
        changed(SourceStatus.ERROR, reason + " It is tried again.");
        return pause == null ? backoff.pause(failures) : pause;
    }

    private boolean ended() {
        return stopping.getCount() == 0;
    }

    /** After a poll that took longer than the interval there is still a short pause. */
    private static Duration rest(Duration interval, long begun) {
        Duration rest = interval.minusNanos(System.nanoTime() - begun);
        Duration least = shorter(interval, Duration.ofSeconds(1));
        return rest.compareTo(least) < 0 ? least : rest;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private synchronized void changed(SourceStatus newStatus, String reason) {
        if (newStatus != SourceStatus.STOPPED && ended()) {
            return;
        }
        boolean same = newStatus == status && (reason == null || reason.equals(error));
        status = newStatus;
        error = reason;
        if (!same) {
            context.changed(newStatus, reason);
        }
    }
}
