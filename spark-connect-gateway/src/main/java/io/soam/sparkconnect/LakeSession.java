package io.soam.sparkconnect;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.client.RetryPolicy;
import org.apache.spark.sql.connect.client.SparkConnectClient;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/**
 * A session with a Spark Connect server. Safe for several threads. After a {@link
 * LakeUnavailableException} it is of no more use: close it and open another.
 */
public final class LakeSession implements AutoCloseable {

    /**
     * The client's default of 15 tries would hold a caller for ten minutes while Spark is down;
     * three short ones bridge a hiccup.
     */
    private static final int RETRIES = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SparkSession spark;
    private final ScheduledExecutorService timer;

    private LakeSession(SparkSession spark, ScheduledExecutorService timer) {
        this.spark = spark;
        this.timer = timer;
    }

    /**
     * Opens a session in a scheduler pool of the server.
     *
     * @param pool name of the pool that its queries run in, so that they and the stream share
     *     fairly
     * @param timer where time limits are watched
     * @throws LakeUnavailableException if the server does not answer or refuses the token
     */
    public static LakeSession open(
            LakeEndpoint endpoint, String pool, ScheduledExecutorService timer) {
        return inModule(
                () -> {
                    try {
                        SparkSession spark = connect(endpoint);
                        spark.sql("SET spark.scheduler.pool=" + pool).collectAsList();
                        return new LakeSession(spark, timer);
                    } catch (Exception e) {
                        throw new LakeUnavailableException(
                                "Spark does not answer at " + endpoint + ": " + Faults.firstLine(e),
                                e);
                    }
                });
    }

    /**
     * Answers a query.
     *
     * @throws LakeQueryException if Spark refuses it or it takes too long
     * @throws LakeUnavailableException if Spark does not answer or has forgotten this session
     */
    public LakeRows query(LakeQuery query) {
        return limited(query.timeout(), () -> run(query));
    }

    /**
     * Changes rows of a table.
     *
     * @return how many
     * @throws LakeConflictException if another writer was faster; nothing was changed then
     * @throws LakeQueryException if Spark refuses it or it takes too long
     * @throws LakeUnavailableException if Spark does not answer or has forgotten this session;
     *     whether it was done is then unknown
     */
    public long change(LakeCommand command) {
        return limited(command.timeout(), () -> run(command));
    }

    private <T> T limited(Duration timeout, Supplier<T> work) {
        String tag = "soam-" + UUID.randomUUID();
        ScheduledFuture<?> limit =
                timer.schedule(
                        () -> spark.interruptTag(tag), timeout.toMillis(), TimeUnit.MILLISECONDS);
        return inModule(
                () -> {
                    // Tags belong to the thread, so that a shared session cancels one query only.
                    spark.addTag(tag);
                    try {
                        return work.get();
                    } catch (Exception e) {
                        // Spark, being Scala, throws checked exceptions that it does not declare.
                        throw Faults.translated(e, timeout);
                    } finally {
                        limit.cancel(false);
                        spark.removeTag(tag);
                    }
                });
    }

    /**
     * Ends the session on the server too.
     *
     * @throws LakeUnavailableException if the server could not be told; its end of the session then
     *     times out
     */
    @Override
    public void close() {
        inModule(
                () -> {
                    try {
                        spark.close();
                        return null;
                    } catch (Exception e) {
                        throw new LakeUnavailableException(
                                "The session could not be ended: " + Faults.firstLine(e), e);
                    }
                });
    }

    private LakeRows run(LakeQuery query) {
        String sql = BoundSql.of(query.sql(), query.parameters());
        List<Row> rows = spark.sql(sql).limit(query.maxRows() + 1).collectAsList();
        List<String> columns =
                rows.isEmpty() ? List.of() : Arrays.asList(rows.get(0).schema().fieldNames());
        boolean truncated = rows.size() > query.maxRows();
        return new LakeRows(
                columns,
                rows.stream()
                        .limit(query.maxRows())
                        .map(Values::of)
                        .collect(Collectors.toUnmodifiableList()),
                truncated);
    }

    /** Spark runs a command when it gets it, and answers with the number of rows. */
    private long run(LakeCommand command) {
        String sql = BoundSql.of(command.sql(), command.parameters());
        return spark.sql(sql).collectAsList().get(0).getLong(0);
    }

    private static SparkSession connect(LakeEndpoint endpoint) {
        RetryPolicy defaults = RetryPolicy.defaultPolicy();
        RetryPolicy policy =
                defaults.copy(
                        Option.apply((Object) RETRIES),
                        defaults.initialBackoff(),
                        Option.apply(
                                FiniteDuration.apply(
                                        LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)),
                        defaults.backoffMultiplier(),
                        defaults.jitter(),
                        defaults.minJitterThreshold(),
                        defaults.canRetry(),
                        "soam",
                        defaults.recognizeServerRetryDelay(),
                        defaults.maxServerRetryDelay());
        SparkConnectClient client =
                SparkConnectClient.builder()
                        .connectionString("sc://" + endpoint.host() + ":" + endpoint.port())
                        .userId(endpoint.user())
                        .userAgent("soam")
                        .retryPolicy(policy)
                        .interceptor(new BearerToken(endpoint.token()))
                        .build();
        return new org.apache.spark.sql.connect.SparkSession.Builder().client(client).create();
    }

    /** Spark finds its own parts by the context class loader, which is the caller's deployment. */
    private static <T> T inModule(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader caller = thread.getContextClassLoader();
        thread.setContextClassLoader(LakeSession.class.getClassLoader());
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(caller);
        }
    }
}
