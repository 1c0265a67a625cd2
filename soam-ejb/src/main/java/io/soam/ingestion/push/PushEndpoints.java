package io.soam.ingestion.push;

import io.soam.ingestion.boundary.PushRefusedException;
import io.soam.ingestion.boundary.PushRefusedException.Reason;
import io.soam.ingestion.boundary.PushedBody;
import io.soam.ingestion.connector.DurableBatch;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SpoolState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The push data sources that run in this server, and the way of messages into them. */
@ApplicationScoped
public class PushEndpoints {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Requests that are being stored at once; each holds a thread of the server besides. */
    private static final int MOST_AT_ONCE = 32;

    private static final long IDLE_SECONDS = 30;

    @Inject SpoolAccess spool;

    @Resource ManagedThreadFactory threads;

    private final Map<String, PushConnector> open = new ConcurrentHashMap<>();
    private Duration longest;
    private Supplier<SpoolState> spoolState;
    private ExecutorService executor;

    @PostConstruct
    void start() {
        start(threads, LONGEST, spool::state);
    }

    void start(ThreadFactory factory, Duration limit, Supplier<SpoolState> state) {
        longest = limit;
        spoolState = state;
        executor =
                new ThreadPoolExecutor(
                        0,
                        MOST_AT_ONCE,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        factory);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    /** Where messages of a data source are sent to, below the application's root. */
    public static String path(String ingestionId) {
        return "/api/ingest/" + ingestionId;
    }

    /** Whether that data source takes messages here. */
    public boolean isOpen(String ingestionId) {
        return open.containsKey(ingestionId);
    }

    /**
     * Takes messages, and returns when all are durable.
     *
     * @return their ids, in their order
     * @throws PushRefusedException if not all could be taken in time; the message says how many
     *     were
     */
    public List<String> take(String ingestionId, PushedBody body, String sender) {
        PushConnector connector = open.get(ingestionId);
        if (connector == null) {
            throw notRunning(ingestionId);
        }
        List<PushedMessage> messages = connector.prepare(body, sender);
        requireRoom();
        DurableBatch batch = new DurableBatch();
        try {
            Future<?> stored =
                    executor.submit(
                            () -> {
                                connector.handOver(messages, sender, body.contentType(), batch);
                                return null;
                            });
            await(stored, batch, messages.size());
        } catch (RejectedExecutionException e) {
            throw new PushRefusedException(
                    Reason.NOT_STORED,
                    "Too many requests are being stored. Nothing was taken. Send it again in some"
                            + " seconds.");
        }
        return messages.stream().map(PushedMessage::id).toList();
    }

    void opened(String ingestionId, PushConnector connector) {
        open.put(ingestionId, connector);
    }

    void closed(String ingestionId, PushConnector connector) {
        open.remove(ingestionId, connector);
    }

    static PushRefusedException notRunning(String ingestionId) {
        return new PushRefusedException(
                Reason.NOT_RUNNING,
                "Data source '"
                        + ingestionId
                        + "' takes no messages at present, because it does not run here. Start it, or"
                        + " send again in some seconds if it has just been started.");
    }

    private void requireRoom() {
        SpoolState state = spoolState.get();
        if (state.condition() != SpoolState.Condition.OPEN) {
            throw new PushRefusedException(
                    Reason.NOT_STORED,
                    "Nothing was taken, because messages cannot be stored: "
                            + (state.problem() == null
                                    ? "the server is stopping."
                                    : state.problem())
                            + " Send it again in some seconds.");
        }
    }

    private void await(Future<?> stored, DurableBatch batch, int all) {
        try {
            stored.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stored.cancel(true);
            throw incomplete(batch, all, "not all could be stored in time");
        } catch (InterruptedException e) {
            stored.cancel(true);
            Thread.currentThread().interrupt();
            throw incomplete(batch, all, "the server is stopping");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PushRefusedException refused) {
                throw refused;
            }
            PushLog.LOG.notStored(e.getCause());
            throw incomplete(batch, all, "the server failed to store them");
        }
    }

    private static PushRefusedException incomplete(DurableBatch batch, int all, String why) {
        return new PushRefusedException(
                Reason.NOT_STORED,
                "Of "
                        + all
                        + " messages "
                        + batch.stored()
                        + " are stored for certain; "
                        + why
                        + ". Send the same request again, with the same Idempotency-Key if it had one:"
                        + " what is stored already is recognised.");
    }
}
