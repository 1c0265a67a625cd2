package io.soam.spark.enrichment;

import io.soam.spark.catalogue.ApplicationRecord;
import io.soam.spark.catalogue.ApplicationRecord.State;
import io.soam.spark.catalogue.FencedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the supervisor every other second that the application lives and what troubles it. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final ApplicationRecord application;
    private final StopSignal stop;
    private final Condition condition;
    private final Runnable whenFenced;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "heartbeat");
                        thread.setDaemon(true);
                        return thread;
                    });

    Heartbeat(
            ApplicationRecord application,
            StopSignal stop,
            Condition condition,
            Runnable whenFenced) {
        this.application = application;
        this.stop = stop;
        this.condition = condition;
        this.whenFenced = whenFenced;
    }

    void start() {
        var unused =
                timer.scheduleWithFixedDelay(
                        this::beat, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        beat(stop.isRequested() ? State.STOPPING : State.RUNNING, condition.trouble());
    }

    private void beat(State state, String message) {
        try {
            application.beat(state, message);
        } catch (FencedException e) {
            LOG.error("{}", e.getMessage());
            whenFenced.run();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database does not take the heartbeat: {}", Faults.rootMessage(e));
        }
    }

    /** Ends with a last word. */
    void end(State state, String message) throws InterruptedException {
        timer.shutdown();
        if (timer.awaitTermination(10, TimeUnit.SECONDS)) {
            beat(state, message);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
