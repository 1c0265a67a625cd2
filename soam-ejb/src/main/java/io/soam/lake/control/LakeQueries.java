package io.soam.lake.control;

import io.soam.platform.control.Background;
import io.soam.sparkconnect.LakeCommand;
import io.soam.sparkconnect.LakeConflictException;
import io.soam.sparkconnect.LakeEndpoint;
import io.soam.sparkconnect.LakeQuery;
import io.soam.sparkconnect.LakeRows;
import io.soam.sparkconnect.LakeSession;
import io.soam.sparkconnect.LakeUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks Spark in SQL, over one session of the whole server, which is dropped when Spark has gone or
 * forgotten it and opened anew for the next question.
 */
@ApplicationScoped
public class LakeQueries {

    /** Scheduler pool of Spark that shares fairly with the stream. */
    private static final String POOL = "interactive";

    private static final String USER = "soam";

    /** A change takes a second or two, a batch at most as long: rarely is more than one needed. */
    private static final int MOST_ATTEMPTS = 10;

    private static final Duration JUST_NOW = Duration.ofSeconds(30);

    @Inject SparkConnectConfig config;
    @Inject LakeConfig lake;
    @Inject Background background;
    @Inject Clock clock;

    private LakeSession session;
    private volatile Instant lastAnswerAt = Instant.MIN;

    /**
     * A Delta table of the lake as it is written in SQL.
     *
     * @param path below the bucket, as {@link io.soam.domain.lake.LakeLayout} has it
     */
    public String table(String path) {
        return "delta.`s3a://" + lake.bucket() + "/" + path + "`";
    }

    /**
     * Asks and waits for the answer. Never call it in a user's thread.
     *
     * @throws LakeUnavailableException if Spark does not answer
     * @throws io.soam.sparkconnect.LakeQueryException if Spark refuses the question or takes too
     *     long
     */
    public LakeRows ask(String sql, Map<String, Object> parameters, int maxRows) {
        return ask(new LakeQuery(sql, parameters, maxRows, config.queryTimeout()));
    }

    /**
     * Changes rows of a Delta table, again if another writer was faster: the stream appends to the
     * same tables every few seconds. The statement must therefore be one that may be repeated.
     *
     * @return how many rows
     * @throws LakeUnavailableException if Spark does not answer
     * @throws LakeConflictException if others were faster every time
     * @throws io.soam.sparkconnect.LakeQueryException if Spark refuses it or takes too long
     */
    public long change(String sql, Map<String, Object> parameters) {
        LakeCommand command = new LakeCommand(sql, parameters, config.queryTimeout());
        for (int attempt = 1; ; attempt++) {
            try {
                return inSession(session -> session.change(command));
            } catch (LakeConflictException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LakeLog.LOG.changeRepeated(attempt, e.getMessage());
            }
        }
    }

    /**
     * Asks whether Spark answers at all, unless it has answered just now: a busy Spark must not be
     * asked on top, nor taken for a dead one.
     *
     * @throws LakeUnavailableException if it does not
     */
    public void check() {
        if (lastAnswerAt.isBefore(clock.instant().minus(JUST_NOW))) {
            ask(new LakeQuery("select 1", Map.of(), 1, config.queryTimeout()));
        }
    }

    private LakeRows ask(LakeQuery query) {
        return inSession(session -> session.query(query));
    }

    private <T> T inSession(Function<LakeSession, T> work) {
        LakeSession current = open();
        try {
            T result = work.apply(current);
            lastAnswerAt = clock.instant();
            return result;
        } catch (LakeUnavailableException e) {
            drop(current);
            throw e;
        }
    }

    private synchronized LakeSession open() {
        if (session == null) {
            session =
                    LakeSession.open(
                            new LakeEndpoint(config.host(), config.port(), USER, config.token()),
                            POOL,
                            background.timer());
        }
        return session;
    }

    private synchronized void drop(LakeSession broken) {
        if (session == broken) {
            session = null;
        }
        close(broken);
    }

    @PreDestroy
    synchronized void close() {
        if (session != null) {
            close(session);
            session = null;
        }
    }

    private static void close(LakeSession session) {
        try {
            session.close();
        } catch (LakeUnavailableException e) {
            LakeLog.LOG.sessionNotEnded(e.getMessage());
        }
    }
}
