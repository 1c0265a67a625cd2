package io.soam.operations.control;

import io.soam.answers.control.TemperatureAnswers;
import io.soam.enrichment.boundary.BatchView;
import io.soam.operations.boundary.CitySnapshot;
import io.soam.operations.boundary.PartState;
import io.soam.platform.control.Background;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** Keeps the figures of Home, the parts and the answers up to date, and tells who listens. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "BronzeUploads", "Ingestion"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CityTimer {

    /** Parts are asked this often when nobody else asks. */
    private static final Duration PARTS_KEPT = Duration.ofSeconds(9);

    /** What must change for a listener to be told. */
    private record Shown(
            Instant receivedAt, long spoolBytes, long batch, int sources, List<Boolean> parts) {}

    @Inject CityWatch city;
    @Inject AllServers servers;
    @Inject Readiness readiness;
    @Inject RegistryFigures registry;
    @Inject TemperatureAnswers answers;
    @Inject LiveListeners listeners;
    @Inject Background background;

    private final List<Future<?>> tasks = new ArrayList<>();
    private final Map<String, Boolean> parts = new HashMap<>();
    private Shown shown;

    @PostConstruct
    void start() {
        servers.start();
        every(2, servers::read);
        every(1, this::takeSnapshot);
        every(5, registry::read);
        every(5, answers::refreshHome);
        every(10, this::askParts);
    }

    @PreDestroy
    void stop() {
        tasks.forEach(task -> task.cancel(false));
    }

    private void every(int seconds, Background.Task task) {
        tasks.add(
                background.repeat(Duration.ofSeconds(seconds), task, OperationsLog.LOG::notTaken));
    }

    private void takeSnapshot() {
        CitySnapshot taken = city.take();
        BatchView last = taken.pipeline().last();
        Shown now =
                new Shown(
                        taken.lastReceivedAt(),
                        taken.spoolBytes(),
                        last == null ? 0 : last.id(),
                        taken.activeSources(),
                        taken.parts().stream().map(PartState::up).toList());
        if (!now.equals(shown)) {
            shown = now;
            listeners.changed();
        }
    }

    private void askParts() {
        for (PartState part : readiness.report(PARTS_KEPT).parts()) {
            Boolean before = parts.put(part.name(), part.up());
            if (!part.up() && !Boolean.FALSE.equals(before)) {
                OperationsLog.LOG.partLost(part.message());
            } else if (part.up() && Boolean.FALSE.equals(before)) {
                OperationsLog.LOG.partBack(part.label());
            }
        }
    }
}
