package io.soam.operations.control;

import io.soam.domain.enrichment.PipelineConfiguration;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The few figures of the registry that Home shows, as they were last read. */
@ApplicationScoped
public class RegistryFigures {

    private record Figures(int active, int failing, double threshold) {}

    @Inject SourceRegistry sources;
    @Inject Settings settings;

    private volatile Figures figures =
            new Figures(0, 0, PipelineConfiguration.DEFAULT_TEMPERATURE_THRESHOLD);

    /** Reads them anew. */
    void read() {
        Map<SourceStatus, Long> statuses = sources.statuses();
        long all = statuses.values().stream().mapToLong(Long::longValue).sum();
        long active = statuses.getOrDefault(SourceStatus.ACTIVE, 0L);
        figures = new Figures((int) active, (int) (all - active), settings.temperatureThreshold());
    }

    int active() {
        return figures.active();
    }

    int failing() {
        return figures.failing();
    }

    double threshold() {
        return figures.threshold();
    }
}
