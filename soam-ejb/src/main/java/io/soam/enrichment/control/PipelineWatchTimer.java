package io.soam.enrichment.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets {@link PipelineWatch} look again and again, whatever happens at one look. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PipelineWatchTimer {

    @Inject PipelineWatch watch;
    @Resource ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> looks;
    private boolean failing;

    @PostConstruct
    void start() {
        looks = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        looks.cancel(false);
    }

    private void look() {
        try {
            watch.look();
            failing = false;
        } catch (SQLException | RuntimeException e) {
            if (!failing) {
                EnrichmentLog.LOG.notSeen(e);
            }
            failing = true;
        }
    }
}
