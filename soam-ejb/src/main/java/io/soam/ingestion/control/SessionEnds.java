package io.soam.ingestion.control;

import io.soam.ingestion.connector.Backoff;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.KeptSession;
import io.soam.ingestion.connector.SessionNotEndedException;
import io.soam.ingestion.connector.SourceScope;
import io.soam.platform.control.GuardedTask;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Ends the sessions that nobody is to use any more, one after the other: those of deleted data
 * sources, and those that a changed data source has replaced by others, whose messages are brought
 * before. Those of data sources that are stopped or disabled stay, with all that waits in them.
 */
@ApplicationScoped
public class SessionEnds {

    /** Within it a deletion is undone without losing anything. */
    private static final Duration REGRET = Duration.ofSeconds(60);

    private static final Duration DRAIN = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    /** Longer than any end takes, after which another server may try. */
    private static final Duration TAKEN = DRAIN.multipliedBy(2);

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30));

    @Inject SourceSessions sessions;

    @Inject SourceRuns runs;

    @Inject Connectors connectors;

    @Inject PlatformConfig platform;

    @Resource ManagedThreadFactory threads;

    Duration regret = REGRET;

    private ExecutorService executor;
    private SerialTask task;

    @PostConstruct
    void prepare() {
        executor = Executors.newSingleThreadExecutor(threads);
        task =
                new SerialTask(
                        executor,
                        new GuardedTask(
                                this::endAll,
                                failure -> IngestionLog.LOG.sessionsNotRead(failure.getMessage())));
    }

    /** Looks for sessions to end; waits for none. */
    void look() {
        if (!executor.isShutdown()) {
            task.request();
        }
    }

    /** What is under way is tried again by whoever comes next. */
    void stop() {
        executor.shutdownNow();
    }

    private void endAll() throws SQLException, InterruptedException {
        Optional<HeldSession> next = sessions.take(platform.podName(), TAKEN);
        while (next.isPresent()) {
            lookAt(next.get());
            next = sessions.take(platform.podName(), TAKEN);
        }
    }

    private void lookAt(HeldSession session) throws SQLException, InterruptedException {
        String ingestionId = session.used().ingestionId().value();
        try {
            if (session.isExpired()) {
                IngestionLog.LOG.sessionGivenUp(session.name(), ingestionId);
                sessions.forget(session);
            } else if (isWanted(session)) {
                sessions.want(session);
            } else if (isFree(session)) {
                end(session);
            } else {
                sessions.postpone(session, session.attempts(), LOOK_AGAIN);
            }
        } catch (SessionNotEndedException | RuntimeException e) {
            int attempts = session.attempts() + 1;
            IngestionLog.LOG.sessionNotEnded(session.name(), ingestionId, attempts, reason(e));
            sessions.postpone(session, attempts, BACKOFF.pause(attempts));
        }
    }

    /** Whether its data source, as it is now, would use it on the same server. */
    private boolean isWanted(HeldSession session) {
        return session.current() != null
                && type(session)
                        .session(scope(session.current(), session))
                        .map(KeptSession::name)
                        .filter(session.name()::equals)
                        .isPresent();
    }

    /** Whether no connector uses it here, and others bring what is wanted now. */
    private boolean isFree(HeldSession session) {
        SourceDefinition current = session.current();
        Optional<SourceDefinition> running = runs.running(session.used().ingestionId().value());
        if (current == null) {
            return running.isEmpty() && session.unwanted().compareTo(regret) >= 0;
        }
        return session.replaced()
                && running.filter(
                                now ->
                                        now.id() != current.id()
                                                || now.revision() != current.revision())
                        .isEmpty();
    }

    private void end(HeldSession session)
            throws SessionNotEndedException, SQLException, InterruptedException {
        ConnectorType type = type(session);
        SourceScope source = scope(session.used(), session);
        if (session.current() != null) {
            type.drain(source, DRAIN);
        }
        if (sessions.isUnused(session)) {
            type.end(source);
            IngestionLog.LOG.sessionEnded(session.name(), session.used().ingestionId().value());
            sessions.forget(session);
        }
    }

    /** What it still brings counts for the data source as it is now. */
    private SourceScope scope(SourceDefinition source, HeldSession session) {
        SourceDefinition current = session.current();
        return new ScopedSource(
                source.ingestionId(),
                runs.opened(source),
                session.podName(),
                runs.sink(current == null ? source : current));
    }

    private ConnectorType type(HeldSession session) {
        String name = session.used().typeName();
        return connectors
                .type(name)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "There is no type '" + name + "' any more."));
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
