package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.PlatformConfig;
import io.soam.replicas.control.Lease;
import io.soam.replicas.control.Leases;
import io.soam.replicas.control.Replicas;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * The data sources that run in this server: those that the registry wants and, if one server at a
 * time may run them, that this server has the lease of.
 */
@ApplicationScoped
public class SourceRuns {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long IDLE_SECONDS = 10;
    private static final long ENFORCE_MILLIS = 500;

    @Inject SourceRegistry registry;

    @Inject Connectors connectors;

    @Inject SourceSecrets secrets;

    @Inject SourceSessions sessions;

    @Inject MessageIntake intake;

    @Inject SourceActivity activity;

    @Inject SourceEvents events;

    @Inject Replicas replicas;

    @Inject Leases leases;

    @Inject PlatformConfig platform;

    @Inject Clock clock;

    @Resource ManagedThreadFactory threads;

    private final Map<String, SourceRun> runs = new ConcurrentHashMap<>();
    private final KnownSources known = new KnownSources();
    private ExecutorService executor;
    private ScheduledExecutorService timer;
    private Future<?> leaseChecks;
    private RunSurroundings surroundings;
    private volatile Runnable listener = () -> {};
    private boolean stopping;

    @PostConstruct
    void prepare() {
        // Without a limit, because one that is slow must not hold up another; never more than there
        // are data sources.
        executor =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        threads);
        timer = Executors.newSingleThreadScheduledExecutor(threads);
        surroundings =
                new RunSurroundings(
                        platform.podName(),
                        this::sink,
                        this::connector,
                        this::opened,
                        executor,
                        timer,
                        RestartBackoff.seconds(RandomGenerator.getDefault()),
                        clock,
                        this::changed);
        leaseChecks =
                timer.scheduleWithFixedDelay(
                        this::enforceLeases, ENFORCE_MILLIS, ENFORCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void release() {
        leaseChecks.cancel(false);
        timer.shutdownNow();
        executor.shutdownNow();
    }

    private void changed(SourceDefinition source, RunState state) {
        events.note(source, state);
        listener.run();
    }

    /** Calls somebody, who must not block, after each change of a state. */
    void onChange(Runnable told) {
        listener = told;
    }

    /**
     * Looks at the registry and the leases and makes what runs here match: starts, stops and
     * replaces connectors. It waits for none of them.
     */
    synchronized void reconcile() throws SQLException {
        if (stopping) {
            return;
        }
        Map<String, SourceDefinition> targets = replicas.isRegistered() ? targets() : Map.of();
        runs.values().removeIf(SourceRun::isIdle);
        runs.forEach(
                (ingestionId, run) -> {
                    if (!targets.containsKey(ingestionId) && run.wanted() != null) {
                        run.want(null);
                    }
                });
        targets.forEach(this::follow);
    }

    /** What is to run here, by ingestion id. */
    private Map<String, SourceDefinition> targets() throws SQLException {
        known.learn(registry.wanted(), registry::find, this::isExclusive);
        List<String> busy =
                runs.values().stream()
                        .map(SourceRun::lease)
                        .filter(Objects::nonNull)
                        .map(Lease::name)
                        .toList();
        Map<String, Lease> held = leases.look(known.leaseNames(), busy);
        Map<String, SourceDefinition> targets = new HashMap<>();
        known.all()
                .forEach(
                        source -> {
                            String id = source.definition().ingestionId().value();
                            Lease lease = held.get(source.leaseName());
                            if (!source.exclusive()) {
                                targets.put(id, source.definition());
                            } else if (lease != null) {
                                targets.put(id, source.definition().with(lease));
                            }
                        });
        return targets;
    }

    private void follow(String ingestionId, SourceDefinition target) {
        SourceRun run = runs.computeIfAbsent(ingestionId, id -> new SourceRun(surroundings));
        SourceDefinition wanted = run.wanted();
        if (wanted == null || !wanted.same(target)) {
            run.want(target);
        }
    }

    /** By this server's own clock, also while the database does not answer. */
    private void enforceLeases() {
        runs.values()
                .forEach(
                        run -> {
                            SourceDefinition wanted = run.wanted();
                            if (wanted != null && !wanted.mayRun()) {
                                IngestionLog.LOG.leaseRunOut(wanted.name());
                                run.withdraw(wanted);
                            }
                        });
    }

    /** Stops all that run, at the same time; one that cannot be stopped does not hinder others. */
    void stopAll() throws InterruptedException {
        List<CompletableFuture<Void>> ends;
        synchronized (this) {
            stopping = true;
            ends = runs.values().stream().map(SourceRun::end).toList();
        }
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                    .get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An end that only completes", e);
        } catch (TimeoutException e) {
            IngestionLog.LOG.sourcesNotStopped(ends.stream().filter(end -> !end.isDone()).count());
        }
    }

    /** What this server tells about each that runs here. */
    List<SourceReport> reports() {
        return runs.values().stream().map(SourceRun::report).flatMap(Optional::stream).toList();
    }

    /** Data sources that run here and are connected. */
    public int active() {
        return (int)
                runs.values().stream()
                        .filter(run -> run.state().status() == SourceStatus.ACTIVE)
                        .count();
    }

    /** Health of a data source that runs here. */
    public Optional<ConnectorHealth> health(String ingestionId) {
        return Optional.ofNullable(runs.get(ingestionId)).map(SourceRun::health);
    }

    MessageSink sink(SourceDefinition source) {
        return intake.sink(activity.of(source.id()), source);
    }

    /** What has a connector here for this ingestion id, also one that is being stopped. */
    Optional<SourceDefinition> running(String ingestionId) {
        return Optional.ofNullable(runs.get(ingestionId)).map(SourceRun::running);
    }

    private Connector connector(SourceDefinition definition, SourceContext context) {
        ConnectorType type =
                connectors
                        .type(definition.typeName())
                        .orElseThrow(
                                () ->
                                        new InvalidSourceConfigurationException(
                                                "There is no connector type '"
                                                        + definition.typeName()
                                                        + "'."));
        Connector connector = type.connector(context);
        type.session(context)
                .ifPresent(session -> sessions.use(session, definition, context.podName()));
        return connector;
    }

    /** Whoever cannot be asked runs on one server, which says why he cannot. */
    private boolean isExclusive(SourceDefinition source) {
        try {
            return connectors
                    .type(source.typeName())
                    .map(type -> type.exclusive(opened(source)))
                    .orElse(true);
        } catch (RuntimeException e) {
            IngestionLog.LOG.exclusiveNotKnown(source.name(), e.getMessage());
            return true;
        }
    }

    JsonNode opened(SourceDefinition definition) {
        return secrets.open(definition.config(), definition.ingestionId().value());
    }
}
