package io.soam.schema.control;

import io.soam.platform.control.Background;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Keeps the metadata up to date, and forgets old figures of quality. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SchemaTimer {

    private static final Duration MERGE_PAUSE = Duration.ofSeconds(2);
    private static final Duration CLEAN_PAUSE = Duration.ofHours(1);

    /** However many streams there are, merging takes no more than this part of the time. */
    private static final int REST_FACTOR = 15;

    @Inject ProfileMerge merge;
    @Inject QualityHistory quality;
    @Inject SchemaConfig config;
    @Inject Background background;
    @Inject Clock clock;

    private final List<Future<?>> tasks = new ArrayList<>();
    private Instant restUntil = Instant.MIN;

    @PostConstruct
    void start() {
        tasks.add(background.repeat(MERGE_PAUSE, this::mergeAll, SchemaLog.LOG::notMerged));
        tasks.add(background.repeat(CLEAN_PAUSE, this::clean, SchemaLog.LOG::notCleaned));
    }

    @PreDestroy
    void stop() {
        tasks.forEach(task -> task.cancel(false));
    }

    private void mergeAll() throws SQLException {
        Instant begun = clock.instant();
        if (begun.isBefore(restUntil)) {
            return;
        }
        while (merge.mergeSome()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
        Instant ended = clock.instant();
        restUntil = ended.plus(Duration.between(begun, ended).multipliedBy(REST_FACTOR));
    }

    private void clean() {
        quality.deleteBefore(clock.instant().minus(config.qualityDays(), ChronoUnit.DAYS));
    }
}
