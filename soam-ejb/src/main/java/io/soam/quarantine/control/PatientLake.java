package io.soam.quarantine.control;

import io.soam.platform.control.Background;
import io.soam.quarantine.boundary.QuarantineUnavailableException;
import io.soam.sparkconnect.LakeConflictException;
import io.soam.sparkconnect.LakeQueryException;
import io.soam.sparkconnect.LakeUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the lake, but never for long: a user who waits gets an answer, if only that there is
 * none now. What has been begun goes on meanwhile and is limited by the query timeout; few may go
 * on at a time, so that a Spark that hangs does not take all threads.
 */
@ApplicationScoped
public class PatientLake {

    private static final Duration READING = Duration.ofSeconds(4);
    private static final Duration CHANGING = Duration.ofSeconds(25);

    /** How long an answer that nobody waited for is worth something. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int MOST_REMEMBERED = 32;

    private static final int MOST_AT_ONCE = 8;

    private record Asked(FutureTask<?> task, Instant at) {}

    @Inject Background background;
    @Inject Clock clock;

    private final Map<Object, Asked> unanswered = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /**
     * Asks a question. Who has not waited long enough and asks the same again gets the answer to
     * the question that is under way, so that a slow lake is not asked ever more, and does answer
     * in the end.
     *
     * @param question equal for equal questions
     * @throws QuarantineUnavailableException if there is no answer yet
     */
    @SuppressWarnings("unchecked") // equal questions have answers of one type
    <T> T ask(Object question, Callable<T> work) {
        Instant now = clock.instant();
        unanswered.values().removeIf(asked -> asked.at().isBefore(now.minus(REMEMBERED)));
        Asked known = unanswered.remove(question);
        Asked asked = known == null ? new Asked(begin(work), now) : known;
        try {
            return (T) await(asked.task(), READING);
        } catch (TimeoutException e) {
            if (unanswered.size() < MOST_REMEMBERED) {
                unanswered.put(question, asked);
            }
            throw busy("Spark has not answered within " + READING.toSeconds() + " s.");
        }
    }

    /**
     * Changes something, or fetches what a change needs.
     *
     * @throws QuarantineUnavailableException if that is not possible now
     */
    <T> T change(Callable<T> work) {
        unanswered.clear();
        try {
            return await(begin(work), CHANGING);
        } catch (TimeoutException e) {
            throw busy(
                    "Spark has not done it within "
                            + CHANGING.toSeconds()
                            + " s; it may still come to that.");
        } finally {
            unanswered.clear();
        }
    }

    private <T> FutureTask<T> begin(Callable<T> work) {
        if (!places.tryAcquire()) {
            throw busy("Too many questions wait for Spark already.");
        }
        FutureTask<T> task =
                new FutureTask<>(
                        () -> {
                            try {
                                return work.call();
                            } finally {
                                places.release();
                            }
                        });
        background.executor().execute(task);
        return task;
    }

    private static <T> T await(FutureTask<T> task, Duration patience) throws TimeoutException {
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("The server is stopping.");
        }
    }

    private static RuntimeException translated(Throwable cause) {
        if (cause instanceof LakeQueryException late && late.isTimeout()) {
            return busy(cause.getMessage());
        }
        if (cause instanceof LakeConflictException) {
            return busy("Other changes of quarantine were faster: " + cause.getMessage());
        }
        if (cause instanceof LakeUnavailableException || cause instanceof LakeQueryException) {
            QuarantineLog.LOG.refused(cause.getMessage());
            return new QuarantineUnavailableException(
                    "lake_unavailable",
                    "Quarantine lies in the lake, and the lake does not answer now. Nothing is lost;"
                            + " try again in a minute.",
                    cause.getMessage());
        }
        return cause instanceof RuntimeException expected
                ? expected
                : new IllegalStateException(cause);
    }

    private static QuarantineUnavailableException busy(String reason) {
        return new QuarantineUnavailableException(
                "lake_busy", "The lake is busy. Try again in a moment.", reason);
    }
}
