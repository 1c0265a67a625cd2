package io.soam.ingestion.control;

import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Json;
import io.soam.replicas.control.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One data source in this server: makes what runs match what is wanted, step by step on a thread of
 * its own, so that a connector that is slow to start or stop delays nobody else.
 *
 * <p>A connector that fails is stopped, and another is started after a growing pause, for ever. A
 * configuration that cannot work is not tried again before it is changed.
 */
final class SourceRun {

    /** Active for so long, a connector has worked; its next failure is the first again. */
    private static final Duration GOOD_LIFE = Duration.ofSeconds(60);

    private final RunSurroundings surroundings;
    private final SerialTask steps;
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<SourceDefinition> wanted = new AtomicReference<>();
    private volatile RunningConnector running;
    private volatile RunState state = RunState.of(SourceStatus.INACTIVE, null);

    /** What was last started, or tried to. */
    private volatile SourceDefinition tried;

    private volatile Future<?> next = CompletableFuture.completedFuture(null);

    SourceRun(RunSurroundings surroundings) {
        this.surroundings = surroundings;
        this.steps = new SerialTask(surroundings.executor(), this::step);
    }

    /** What is to run from now on. */
    void want(SourceDefinition definition) {
        wanted.set(definition);
        steps.request();
    }

    /** It is not to run any more, unless something else is wanted meanwhile. */
    void withdraw(SourceDefinition definition) {
        if (wanted.compareAndSet(definition, null)) {
            steps.request();
        }
    }

    /** Nothing is to run any more; the result completes when nothing does. */
    CompletableFuture<Void> end() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        waiting.add(ended);
        want(null);
        return ended;
    }

    SourceDefinition wanted() {
        return wanted.get();
    }

    /** What has a connector here, also one that is being stopped; null if nothing. */
    SourceDefinition running() {
        RunningConnector now = running;
        return now == null ? null : now.definition();
    }

    boolean isIdle() {
        return wanted.get() == null && running == null;
    }

    /** What it may need to run or to stop; null if nothing. */
    Lease lease() {
        RunningConnector now = running;
        SourceDefinition about = now == null ? wanted.get() : now.definition();
        return about == null ? null : about.lease();
    }

    /** What there is to tell of it; nothing if it does not run here. */
    Optional<SourceReport> report() {
        SourceDefinition about = tried;
        if (about == null) {
            return Optional.empty();
        }
        ConnectorHealth health = health();
        return Optional.of(
                new SourceReport(
                        about.id(),
                        about.revision(),
                        state,
                        health.lastSuccess(),
                        Json.write(health.details())));
    }

    RunState state() {
        return state;
    }

    /** How the connector itself is doing, or why there is none. */
    ConnectorHealth health() {
        RunningConnector now = running;
        RunState known = state;
        if (now == null) {
            return new ConnectorHealth(known.status(), null, known.error(), Map.of());
        }
        ConnectorHealth health = now.health();
        return known.status() == SourceStatus.ERROR
                ? new ConnectorHealth(
                        known.status(), health.lastSuccess(), known.error(), health.details())
                : health;
    }

    private void step() {
        SourceDefinition target = wanted.get();
        RunningConnector now = running;
        if (now != null && !mayGoOn(now, target)) {
            now.stop();
            replace(null);
            if (now.failure() != null && target != null && target.same(now.definition())) {
                failed(target, now.failure(), now.longestActive().compareTo(GOOD_LIFE) >= 0);
            }
        }
        if (target == null) {
            rest();
        } else if (running == null && isDue(target)) {
            start(target);
        }
    }

    private static boolean mayGoOn(RunningConnector now, SourceDefinition target) {
        return target != null && target.same(now.definition()) && now.failure() == null;
    }

    private void rest() {
        next.cancel(false);
        if (state.status() != SourceStatus.STOPPED) {
            changed(RunState.of(SourceStatus.STOPPED, null));
        }
        tried = null;
        while (!waiting.isEmpty()) {
            waiting.remove().complete(null);
        }
    }

    private boolean isDue(SourceDefinition target) {
        if (tried == null || !tried.same(target)) {
            return true;
        }
        Instant next = state.nextAttempt();
        return next != null && !surroundings.clock().instant().isBefore(next);
    }

    private void start(SourceDefinition target) {
        int attempts = tried != null && tried.same(target) ? state.attempts() : 0;
        tried = target;
        changed(new RunState(SourceStatus.CONNECTING, null, attempts, null));
        RunningConnector starting = new RunningConnector(target, surroundings, this::reported);
        replace(starting);
        try {
            Connector connector = surroundings.connector(target, starting);
            starting.start(connector);
        } catch (InvalidSourceConfigurationException e) {
            starting.stop();
            replace(null);
            IngestionLog.LOG.sourceNotStarted(target.name(), e.getMessage());
            changed(new RunState(SourceStatus.ERROR, e.getMessage(), attempts + 1, null));
        } catch (RuntimeException | LinkageError e) {
            starting.stop();
            replace(null);
            IngestionLog.LOG.sourceStartFailed(e, target.name());
            failed(target, reason(e), false);
        }
    }

    private void failed(SourceDefinition target, String reason, boolean hadWorked) {
        int attempts = hadWorked ? 1 : state.attempts() + 1;
        Duration pause = surroundings.backoff().after(attempts);
        Instant again = surroundings.clock().instant().plus(pause);
        IngestionLog.LOG.sourceFailed(
                target.name(), target.ingestionId().value(), attempts, reason, pause.toMillis());
        changed(new RunState(SourceStatus.ERROR, reason, attempts, again));
        next =
                surroundings
                        .timer()
                        .schedule(steps::request, pause.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    /** Told by a connector, on a thread of its own. */
    private synchronized void reported(
            RunningConnector connector, SourceStatus status, String error) {
        if (connector != running) {
            return;
        }
        if (connector.failure() == null) {
            changed(new RunState(status, error, state.attempts(), null));
        } else {
            steps.request();
        }
    }

    /** A connector that has been replaced has nothing to report any more. */
    private synchronized void replace(RunningConnector next) {
        running = next;
    }

    private synchronized void changed(RunState now) {
        state = now;
        SourceDefinition about = tried;
        if (about != null) {
            surroundings.listener().accept(about, now);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
    }
}
