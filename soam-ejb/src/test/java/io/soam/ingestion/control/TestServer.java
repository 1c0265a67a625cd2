package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soam.ingestion.connector.Connector;
import io.soam.ingestion.connector.ConnectorDescription;
import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.connector.ConnectorType;
import io.soam.ingestion.connector.SourceContext;
import io.soam.ingestion.connector.Trial;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.PlainThreads;
import io.soam.platform.control.Meters;
import io.soam.platform.control.PlatformConfigs;
import io.soam.replicas.control.TestReplica;
import io.soam.servers.Database;
import io.soam.servers.Persistence;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The part of a server that runs data sources, on a real database. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
final class TestServer {

    private final TestReplica replica;
    private final SourceRuns runs = new SourceRuns();
    private final Reconciliation reconciliation = new Reconciliation();
    private final SourceReporting reporting = new SourceReporting();
    private final SourceStates states = new SourceStates();
    private final SourceEvents events = new SourceEvents();
    private final SourceActivity activity = new SourceActivity();
    private final SpoolAccess spool;
    private final SessionEnds ends = new SessionEnds();
    private final ConnectorType type;
    private boolean left;
    private final Map<String, Idle> running = new ConcurrentHashMap<>();

    TestServer(Database database, Persistence persistence, String podName, Path directory) {
        this(database, persistence, podName, directory, null);
    }

    /**
     * @param type the only one; null for connectors that do nothing
     */
    TestServer(
            Database database,
            Persistence persistence,
            String podName,
            Path directory,
            ConnectorType type) {
        this.type = type == null ? new IdleType() : type;
        replica = new TestReplica(database, podName).start();
        spool = SpoolAccesses.open(directory.resolve(podName), new PlainThreads());
        states.dataSource = database.dataSource();
        states.replicas = replica.replicas();
        events.dataSource = database.dataSource();
        events.platform = PlatformConfigs.of(podName);
        events.clock = Clock.systemUTC();
        activity.dataSource = database.dataSource();
        activity.clock = Clock.systemUTC();
        runs.registry = registry(persistence);
        runs.connectors = connectors();
        runs.secrets = new SourceSecrets();
        runs.sessions = new SourceSessions();
        runs.sessions.dataSource = database.dataSource();
        runs.intake = intake(podName);
        runs.activity = activity;
        runs.events = events;
        runs.replicas = replica.replicas();
        runs.leases = replica.leases();
        runs.platform = PlatformConfigs.of(podName);
        runs.clock = Clock.systemUTC();
        runs.threads = new PlainThreads();
        runs.prepare();
        ends.sessions = runs.sessions;
        ends.runs = runs;
        ends.connectors = runs.connectors;
        ends.platform = runs.platform;
        ends.threads = new PlainThreads();
        ends.regret = Duration.ofSeconds(1);
        ends.prepare();
        reconciliation.runs = runs;
        reconciliation.ends = ends;
        reconciliation.signals = replica.signals();
        reconciliation.threads = new PlainThreads();
        reporting.runs = runs;
        reporting.states = states;
        reporting.events = events;
        reporting.activity = activity;
        reporting.threads = new PlainThreads();
        reporting.start();
        reconciliation.start();
    }

    /** Connectors that run, by ingestion id. */
    Map<String, Idle> running() {
        return running;
    }

    SourceRuns runs() {
        return runs;
    }

    SpoolAccess spool() {
        return spool;
    }

    SourceStates states() {
        return states;
    }

    SourceEvents events() {
        return events;
    }

    SourceActivity activity() {
        return activity;
    }

    /** Tells all servers that the registry has changed. */
    void changed() {
        replica.replicas().changed();
    }

    /** Neither renews nor reports from now on, while its connectors believe that they may go on. */
    void kill() {
        replica.kill();
        reconciliation.stop();
    }

    /** Leaves in good order; once is enough. */
    void leave() throws InterruptedException {
        if (left) {
            return;
        }
        left = true;
        reconciliation.stop();
        ends.stop();
        runs.stopAll();
        reporting.stop();
        replica.close();
        SpoolAccesses.release(spool);
    }

    private MessageIntake intake(String podName) {
        MessageIntake intake = new MessageIntake();
        intake.clock = Clock.systemUTC();
        intake.meters = new IngestionMeters();
        intake.meters.meters = new Meters(new SimpleMeterRegistry());
        intake.meters.platform = PlatformConfigs.of(podName);
        intake.previews = new PreviewBuffers();
        intake.previews.clock = Clock.systemUTC();
        intake.spool = spool;
        return intake;
    }

    private static SourceRegistry registry(Persistence persistence) {
        return new SourceRegistry() {
            @Override
            List<WantedSource> wanted() {
                return persistence.call(
                        entities -> {
                            SourceRegistry registry = new SourceRegistry();
                            registry.entities = entities;
                            return registry.wanted();
                        });
            }

            @Override
            public Optional<RegisteredSource> find(long id) {
                return persistence.call(
                        entities -> Optional.ofNullable(entities.find(RegisteredSource.class, id)));
            }
        };
    }

    private Connectors connectors() {
        return new Connectors() {
            @Override
            public Optional<ConnectorType> type(String name) {
                return Optional.of(type);
            }
        };
    }

    private final class IdleType implements ConnectorType {

        @Override
        public String name() {
            return "idle";
        }

        @Override
        public ConnectorDescription description() {
            return new ConnectorDescription("Idle", "Does nothing.", "", "", List.of(), true, "{}");
        }

        @Override
        public Connector connector(SourceContext context) {
            return new Idle(context);
        }

        @Override
        public boolean exclusive(JsonNode config) {
            return config.path("exclusive").asBoolean();
        }

        @Override
        public Trial trial(JsonNode config, Duration limit) {
            return new Trial(true, "It does nothing.", List.of());
        }
    }

    /** A connector that is connected at once, and hands over what the test gives it. */
    final class Idle implements Connector {

        private final SourceContext context;

        Idle(SourceContext context) {
            this.context = context;
        }

        SourceContext context() {
            return context;
        }

        @Override
        public void start() {
            running.put(context.ingestionId().value(), this);
            context.changed(SourceStatus.ACTIVE, null);
        }

        @Override
        public void stop() {
            running.remove(context.ingestionId().value(), this);
        }

        @Override
        public ConnectorHealth health() {
            return new ConnectorHealth(SourceStatus.ACTIVE, null, null, Map.of("pod", "x"));
        }
    }
}
