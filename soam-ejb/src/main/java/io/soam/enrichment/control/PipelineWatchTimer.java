package io.soam.enrichment.control;

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
import java.util.concurrent.Future;

/** Lets {@link PipelineWatch} look again and again, whatever happens at one look. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PipelineWatchTimer {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject PipelineWatch watch;
    @Inject Background background;

    private Future<?> looks;

    @PostConstruct
    void start() {
        looks = background.repeat(PAUSE, watch::look, EnrichmentLog.LOG::notSeen);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }
}
