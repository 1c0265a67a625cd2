package io.soam.operations.control;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.soam.ingestion.control.SourceRuns;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Publishes how far the stages are behind and what waits, under the metric names that dashboards
 * know.
 */
@ApplicationScoped
public class LagMeters {

    @Inject MeterRegistry registry;
    @Inject PlatformConfig platform;
    @Inject SpoolAccess spool;
    @Inject SourceRuns runs;

    private volatile double bronze;
    private volatile double silver;

    @PostConstruct
    void register() {
        Tags pod = Tags.of("pod", platform.podName());
        String lag = "pipeline_processing_lag_seconds";
        registry.gauge(lag, pod.and("stage", "bronze"), this, meters -> meters.bronze);
        registry.gauge(lag, pod.and("stage", "silver"), this, meters -> meters.silver);
        // Prometheus reserves the ending _info: with a dot Micrometer makes such a metric of it.
        registry.gauge("ingestor.info", pod, this, meters -> 1);
        registry.gauge("ingestor_active_data_sources", pod, runs, SourceRuns::active);
        registry.gauge(
                "ingestor_buffer_size_messages", pod, spool, access -> access.state().queued());
        registry.gauge("ingestor_buffer_size_bytes", pod, spool, access -> access.state().bytes());
    }

    void set(double bronzeLag, double silverLag) {
        bronze = bronzeLag;
        silver = silverLag;
    }
}
