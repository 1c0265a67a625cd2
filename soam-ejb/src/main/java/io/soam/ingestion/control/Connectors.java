package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.InvalidSourceConfigurationException;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.control.Background;
import io.soam.platform.control.Json;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The connectors that run in this server: those that the registry wants, and no others. */
@ApplicationScoped
public class Connectors {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long IDLE_SECONDS = 10;

    @Inject @Any Instance<ConnectorType> types;

    @Inject MessageIntake intake;

    @Inject PlatformConfig platform;

    @Inject SourceRegistry registry;

    @Inject Background background;

    @Inject SourceSecrets secrets;

    @Inject Clock clock;

    @Resource ManagedThreadFactory threads;

    private final Map<String, SourceRun> runs = new ConcurrentHashMap<>();
    private final Map<String, StatusJournal> journals = new ConcurrentHashMap<>();
    private ExecutorService executor;
    private RunSurroundings surroundings;
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
        surroundings =
                new RunSurroundings(
                        platform.podName(),
                        intake,
                        this::connector,
                        this::opened,
                        executor,
                        background.timer(),
                        RestartBackoff.seconds(RandomGenerator.getDefault()),
                        clock,
                        this::changed);
    }

    @PreDestroy
    void release() {
        executor.shutdownNow();
    }

    /** The connector type of that name. */
    public Optional<ConnectorType> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** All connector types, by their names for people. */
    public List<ConnectorType> types() {
        return types.stream()
                .sorted(Comparator.comparing(type -> type.description().displayName()))
                .toList();
    }

    /** The names of all types, for messages. */
    String typeNames() {
        return types.stream().map(ConnectorType::name).sorted().collect(Collectors.joining(", "));
    }

    /** A type's name for people; its plain name if it is not known here. */
    public String displayName(String typeName) {
        return type(typeName).map(type -> type.description().displayName()).orElse(typeName);
    }

    /** The configuration of a data source without what its type marks as secret. */
    public Map<String, Object> publicConfig(RegisteredSource source) {
        JsonNode config = Json.read(source.getConfig(), JsonNode.class);
        return type(source.getTypeName())
                .map(type -> ShownSettings.of(config, type.description().configSchema()))
                .orElse(Map.of());
    }

    /**
     * Looks at the registry and makes what runs here match: starts, stops and replaces connectors.
     * It waits for none of them.
     */
    public synchronized void reconcile() {
        if (stopping) {
            return;
        }
        Map<String, WantedSource> wanted =
                registry.wanted().stream()
                        .collect(Collectors.toMap(WantedSource::ingestionId, Function.identity()));
        runs.values().removeIf(SourceRun::isIdle);
        runs.forEach(
                (ingestionId, run) -> {
                    if (!wanted.containsKey(ingestionId) && run.wanted() != null) {
                        run.want(null);
                    }
                });
        wanted.values().forEach(this::follow);
    }

    private void follow(WantedSource wanted) {
        SourceRun known = runs.get(wanted.ingestionId());
        if (known != null && wanted.is(known.wanted())) {
            return;
        }
        registry.find(wanted.id())
                .ifPresent(
                        source ->
                                runs.computeIfAbsent(
                                                wanted.ingestionId(),
                                                id -> new SourceRun(surroundings))
                                        .want(SourceDefinition.of(source)));
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

    private Connector connector(SourceDefinition definition, SourceContext context) {
        return type(definition.typeName())
                .orElseThrow(
                        () ->
                                new InvalidSourceConfigurationException(
                                        "There is no connector type '"
                                                + definition.typeName()
                                                + "'."))
                .connector(context);
    }

    private JsonNode opened(SourceDefinition definition) {
        return secrets.open(definition.config(), definition.ingestionId().value());
    }

    private void changed(SourceDefinition source, RunState state) {
        journals.computeIfAbsent(
                        source.ingestionId().value(),
                        id -> new StatusJournal(source.ingestionId(), registry, background))
                .note(state.status(), state.error());
    }
}
