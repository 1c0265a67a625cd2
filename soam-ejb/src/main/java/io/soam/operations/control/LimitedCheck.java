package io.soam.operations.control;

import io.soam.operations.boundary.PartState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One check that may hang: it is given a limited time, and is not asked a second time while it
 * still hangs, so that it never holds more than one thread.
 */
final class LimitedCheck {

    private final PartCheck check;
    private final Executor executor;
    private final Clock clock;
    private CompletableFuture<PartState> asked;
    private Instant askedAt;

    LimitedCheck(PartCheck check, Executor executor, Clock clock) {
        this.check = check;
        this.executor = executor;
        this.clock = clock;
    }

    Part part() {
        return check.part();
    }

    synchronized void ask() {
        if (asked == null || asked.isDone()) {
            askedAt = clock.instant();
            asked = CompletableFuture.supplyAsync(this::state, executor);
        }
    }

    synchronized PartState answer() throws InterruptedException {
        long passed = Duration.between(askedAt, clock.instant()).toMillis();
        try {
            return asked.get(
                    Math.max(1, PartCheck.LIMIT.toMillis() - passed), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return down("does not answer within " + PartCheck.LIMIT.toSeconds() + " s", askedAt);
        } catch (ExecutionException e) {
            return down(String.valueOf(e.getCause().getMessage()), askedAt);
        }
    }

    private PartState state() {
        Instant begin = clock.instant();
        try {
            String fact = check.check();
            return new PartState(part().code(), part().label(), true, fact, millisSince(begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down("was interrupted", begin);
        } catch (Exception e) {
            OperationsLog.LOG.partDown(e, part().code());
            return down(String.valueOf(e.getMessage()), begin);
        }
    }

    private PartState down(String reason, Instant begin) {
        return new PartState(
                part().code(),
                part().label(),
                false,
                sentence(reason) + " " + part().consequence(),
                millisSince(begin));
    }

    private String sentence(String reason) {
        String line = reason.lines().findFirst().orElse("").strip();
        return part().label() + ": " + line + (line.endsWith(".") ? "" : ".");
    }

    private long millisSince(Instant begin) {
        return Duration.between(begin, clock.instant()).toMillis();
    }
}
