package io.soam.answers.control;

import io.soam.answers.boundary.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The answer to one question, kept until the tables it comes from have changed. It is asked on
 * other threads, once at a time, and not again at once after it has failed.
 *
 * @param <T> a row
 */
final class KeptAnswer<T> {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final long NEVER = -1;

    private record Known<T>(List<T> rows, Instant asOf, long version, String problem) {}

    private final Supplier<List<T>> question;
    private final Executor executor;
    private final Clock clock;
    private volatile Known<T> known = new Known<>(List.of(), null, NEVER, null);
    private CompletableFuture<Void> asking = CompletableFuture.completedFuture(null);
    private Instant notBefore = Instant.MIN;

    KeptAnswer(Supplier<List<T>> question, Executor executor, Clock clock) {
        this.question = question;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * The answer for a state of the tables; the last known one, with the reason, if Spark does not
     * give it in time.
     *
     * @param version number that rises whenever the tables change
     */
    Answer<T> answer(long version, Duration patience) {
        if (known.version() < version) {
            refresh(version);
            await(patience);
        }
        Known<T> now = known;
        String reason = now.problem();
        if (reason == null && now.version() < version) {
            reason = "Spark is still working on the newest rows; these are the ones before.";
        }
        return new Answer<>(now.rows(), now.asOf(), reason);
    }

    /**
     * What is known, without asking. A refresh under way does not make it stale; a failed one does.
     */
    Answer<T> known() {
        Known<T> now = known;
        boolean silent = now.asOf() == null && now.problem() == null;
        return new Answer<>(
                now.rows(), now.asOf(), silent ? "Spark has not answered yet." : now.problem());
    }

    /** Asks again, unless that is under way or has just failed. */
    synchronized void refresh(long version) {
        if (known.version() < version && asking.isDone() && !clock.instant().isBefore(notBefore)) {
            asking = CompletableFuture.runAsync(() -> ask(version), executor);
        }
    }

    private synchronized CompletableFuture<Void> asking() {
        return asking;
    }

    private void ask(long version) {
        try {
            List<T> rows = question.get();
            known = new Known<>(rows, clock.instant(), version, null);
        } catch (RuntimeException e) {
            Known<T> before = known;
            known = new Known<>(before.rows(), before.asOf(), before.version(), e.getMessage());
            pause();
        }
    }

    private synchronized void pause() {
        notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
    }

    private void await(Duration patience) {
        try {
            asking().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A question never fails its future", e);
        } catch (TimeoutException e) {
            // Answered with what is known, and the reason.
            return;
        }
    }
}
