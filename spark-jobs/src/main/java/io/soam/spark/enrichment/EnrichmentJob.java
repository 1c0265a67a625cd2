package io.soam.spark.enrichment;

import io.soam.spark.catalogue.Catalogue;
import io.soam.spark.catalogue.CommittedBatch;
import io.soam.spark.catalogue.FencedException;
import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.lake.Lake;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refines batch after batch until it is told to stop. */
final class EnrichmentJob {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichmentJob.class);

    /** Share of the heap for the ids of recent messages, at 48 bytes each in the worst case. */
    private static final long HEAP_BYTES_PER_ID = 8 * 48;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final EnrichmentOptions options;
    private final Lake lake;
    private final Catalogue catalogue;
    private final StopSignal stop;
    private final Condition condition;
    private final Clock clock = Clock.systemUTC();
    private final RecentMessages recent;
    private final BatchAttempts attempts;
    private final Consumer<Step> afterStep;

    EnrichmentJob(
            EnrichmentOptions options,
            Lake lake,
            Catalogue catalogue,
            StopSignal stop,
            Condition condition) {
        this(options, lake, catalogue, stop, condition, RETRY, step -> {});
    }

    EnrichmentJob(
            EnrichmentOptions options,
            Lake lake,
            Catalogue catalogue,
            StopSignal stop,
            Condition condition,
            Duration firstPause,
            Consumer<Step> afterStep) {
        this.options = options;
        this.lake = lake;
        this.catalogue = catalogue;
        this.stop = stop;
        this.condition = condition;
        this.afterStep = afterStep;
        this.recent =
                new RecentMessages(
                        options.identifyFor(),
                        Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_ID,
                        clock);
        Refinery refinery = new Refinery(lake, catalogue, recent, clock, afterStep);
        this.attempts =
                new BatchAttempts(
                        lake,
                        catalogue,
                        refinery,
                        new ObjectProbe(lake, clock),
                        stop,
                        condition,
                        firstPause);
    }

    /**
     * Runs until a stop is requested.
     *
     * @throws FencedException if this application has been replaced
     */
    void run() throws InterruptedException {
        prepare();
        boolean cold = true;
        while (!stop.isRequested()) {
            long started = System.nanoTime();
            Turn turn = next();
            if (turn == Turn.IDLE && cold) {
                warmUp();
            }
            cold = false;
            if (turn != Turn.MORE_WAITING) {
                stop.await(options.trigger().minusNanos(System.nanoTime() - started));
            }
        }
    }

    private void warmUp() {
        try {
            WarmUp.run(lake.spark(), clock);
            LOG.info("Warm, and waiting for messages");
        } catch (IOException | RuntimeException e) {
            LOG.warn("The first batch will be slower than it could be", e);
        }
    }

    /** Makes the tables and learns which messages have been refined, however long that takes. */
    void prepare() throws InterruptedException {
        while (!stop.isRequested()) {
            try {
                lake.createTables();
                learnRecentMessages();
                condition.well();
                return;
            } catch (FencedException e) {
                throw e;
            } catch (Exception e) { // Spark throws checked exceptions that it does not declare
                condition.troubled("The lake cannot be prepared: " + Faults.rootMessage(e));
                LOG.warn("The lake cannot be prepared yet", e);
            }
            stop.await(RETRY);
        }
    }

    /** Refines one batch if there is one. */
    Turn next() throws InterruptedException {
        StepTimes times = new StepTimes();
        Optional<PlannedBatch> planned;
        try {
            planned = catalogue.plan(options.maxBatchRows());
        } catch (SQLException e) {
            condition.troubled("The database does not answer: " + Faults.rootMessage(e));
            LOG.warn("No batch can be planned", e);
            return Turn.IDLE;
        }
        times.end(Step.PLAN);
        if (planned.isEmpty()) {
            condition.well();
            return Turn.IDLE;
        }
        afterStep.accept(Step.PLAN);
        PlannedBatch batch = planned.get();
        lake.spark()
                .sparkContext()
                .setJobGroup("batch-" + batch.id(), "batch " + batch.id(), false);
        attempts.commit(batch, times).ifPresent(report -> log(batch, report, times));
        return batch.moreWaiting() ? Turn.MORE_WAITING : Turn.DONE;
    }

    private void learnRecentMessages() throws SQLException {
        List<CommittedBatch> batches = catalogue.committedLately(options.identifyFor());
        RecentIds.load(lake, batches, clock.instant(), recent);
        LOG.info("{} messages are known from {} earlier batches", recent.size(), batches.size());
    }

    private void log(PlannedBatch batch, BatchReport report, StepTimes times) {
        LOG.info(
                "Batch {}: {} rows of {} objects, {} silver, {} quarantined, {} waiting, {}"
                        + " duplicates, {}",
                batch.id(),
                report.rowsIn(),
                batch.objects().size(),
                report.silver(),
                report.quarantined(),
                report.waiting(),
                report.duplicates(),
                times.millis());
    }

    /** What came of looking for work. */
    enum Turn {
        IDLE,
        DONE,
        MORE_WAITING
    }
}
