package io.soam.spark.enrichment;

import io.soam.spark.catalogue.Catalogue;
import io.soam.spark.catalogue.FencedException;
import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.catalogue.PlannedObject;
import io.soam.spark.lake.Lake;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a batch until it is committed. While the object store or the database does not answer, or
 * anything else fails that may pass, it only waits; after {@value #TRIES_BEFORE_PROBE} attempts
 * that failed for what may be the fault of an object, the objects are tried one by one, and those
 * that cannot be read are set aside in quarantine.
 */
final class BatchAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(BatchAttempts.class);

    static final int TRIES_BEFORE_PROBE = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Lake lake;
    private final Catalogue catalogue;
    private final Refinery refinery;
    private final ObjectProbe probe;
    private final StopSignal stop;
    private final Condition condition;
    private final Duration firstPause;

    BatchAttempts(
            Lake lake,
            Catalogue catalogue,
            Refinery refinery,
            ObjectProbe probe,
            StopSignal stop,
            Condition condition,
            Duration firstPause) {
        this.lake = lake;
        this.catalogue = catalogue;
        this.refinery = refinery;
        this.probe = probe;
        this.stop = stop;
        this.condition = condition;
        this.firstPause = firstPause;
    }

    /**
     * Works on a batch until it is committed or a stop is requested; then it stays open for the
     * next start.
     *
     * @throws FencedException if this application has been replaced
     */
    Optional<BatchReport> commit(PlannedBatch batch, StepTimes times) throws InterruptedException {
        Map<PlannedObject, String> setAside = Map.of();
        int tries = 0;
        for (int pauses = 0; ; pauses++) {
            try {
                boolean takenUp = batch.takenUp() || pauses > 0;
                BatchReport report = refine(batch, takenUp, setAside, times);
                condition.well();
                return Optional.of(report);
            } catch (FencedException | InterruptedException e) {
                throw e;
            } catch (Exception e) { // Spark throws checked exceptions that it does not declare
                requireSpark(e);
                Optional<String> outage = outage(e);
                String trouble =
                        outage.orElseGet(
                                () -> "Batch " + batch.id() + " fails: " + Faults.rootMessage(e));
                condition.troubled(trouble);
                LOG.warn("Batch {} is to be repeated. {}", batch.id(), trouble, e);
                tries += outage.isPresent() ? 0 : 1;
            }
            if (tries == TRIES_BEFORE_PROBE) {
                setAside = probe.unreadable(batch);
                tries = 0;
            }
            if (stop.await(pause(pauses))) {
                return Optional.empty();
            }
        }
    }

    /** Spark waits for its jobs and throws what it does not declare when it is interrupted. */
    private BatchReport refine(
            PlannedBatch batch,
            boolean takenUp,
            Map<PlannedObject, String> setAside,
            StepTimes times)
            throws SQLException, InterruptedException {
        return refinery.refine(batch, takenUp, setAside, times);
    }

    /** Without its context Spark does nothing any more; the supervisor launches a new one. */
    private void requireSpark(Exception cause) {
        if (lake.spark().sparkContext().isStopped()) {
            throw new IllegalStateException("Spark has stopped by itself", cause);
        }
    }

    private Optional<String> outage(Exception fault) {
        Optional<String> store = lake.trouble();
        if (store.isPresent()) {
            return store;
        }
        try {
            catalogue.requireEpoch();
        } catch (SQLException e) {
            return Optional.of("The database does not answer: " + Faults.rootMessage(e));
        }
        // The store may fail in part, and for moments only.
        return ObjectFault.isEvidence(fault)
                ? Optional.empty()
                : Optional.of("A request failed: " + Faults.rootMessage(fault));
    }

    private Duration pause(int number) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(number, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
