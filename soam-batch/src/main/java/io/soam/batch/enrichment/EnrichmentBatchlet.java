package io.soam.batch.enrichment;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The step of the job: launches the application, stays with it, and launches it again as long as
 * nobody stops the job. Each launch has an epoch of its own, so that a predecessor that is not
 * quite dead can write no more.
 */
@Named("enrichmentBatchlet")
@Dependent
class EnrichmentBatchlet implements Batchlet {

    /** How long a successor may be silent before this server launches the application again. */
    private static final Duration SUCCESSOR_SILENCE = Duration.ofSeconds(30);

    /** Exit status of the step; the job's XML knows it. */
    private static final String STOPPED = "STOPPED";

    private static final Duration WATCH_PACE = Duration.ofSeconds(1);

    @Inject SparkLaunch launch;

    @Inject EnrichmentApplications applications;

    @Inject EnrichmentConfig config;

    @Inject RunningJob running;

    @Inject StepContext step;

    private final StopSignal stop = new StopSignal();
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final Outage outage = new Outage();
    private int launches;
    private String lastFailure;

    @Override
    public String process() throws InterruptedException {
        running.entered(this);
        try {
            boolean goesOn = true;
            while (goesOn && !stop.given()) {
                Instant since = Instant.now();
                Ending ending = lifetime();
                goesOn = pause(ending, Duration.between(since, Instant.now()));
            }
            return STOPPED;
        } finally {
            running.left();
        }
    }

    @Override
    public void stop() {
        stop.give();
    }

    private Ending lifetime() throws InterruptedException {
        try {
            ApplicationStatus status = applications.status();
            outage.isOver();
            if (!status.wanted()) {
                return settled(status.epoch(), Ending.of(Ending.Kind.UNWANTED));
            }
            long epoch = applications.raiseEpoch();
            return settled(epoch, lifetime(epoch));
        } catch (SQLException e) {
            return Ending.failed("The database does not answer: " + e.getMessage());
        }
    }

    private Ending lifetime(long epoch) throws InterruptedException {
        try (SparkApplication application = launch.launch(epoch)) {
            launches++;
            progress(epoch);
            BatchLog.LOG.launched(application.pid(), epoch);
            return new Supervision(application, epoch, applications, config, stop).awaitEnd();
        } catch (IOException | IllegalStateException e) {
            return Ending.failed("The Spark application could not be launched: " + e.getMessage());
        }
    }

    /** Leaves the truth in the row that the portal shows. */
    private Ending settled(long epoch, Ending ending) throws SQLException {
        switch (ending.kind()) {
            case FAILED -> {
                lastFailure = ending.reason();
                progress(epoch);
                applications.report(epoch, ApplicationState.FAILED, ending.reason());
            }
            case STOPPED -> {
                BatchLog.LOG.stopped(epoch);
                applications.report(epoch, ApplicationState.STOPPED, "The server has stopped");
            }
            case UNWANTED -> {
                BatchLog.LOG.stopped(epoch);
                String by = applications.status().wantedBy();
                applications.report(epoch, ApplicationState.STOPPED, "Stopped by " + by);
            }
            case FENCED -> BatchLog.LOG.fenced(epoch);
        }
        return ending;
    }

    /**
     * Waits for what comes next.
     *
     * @return whether anything does
     */
    private boolean pause(Ending ending, Duration lived) throws InterruptedException {
        switch (ending.kind()) {
            case FENCED -> watchSuccessor();
            case FAILED -> {
                Duration wait = backoff.next(lived);
                BatchLog.LOG.launchesAgain(ending.reason(), wait.toMillis());
                return !stopped(wait);
            }
            case STOPPED, UNWANTED -> {
                return false;
            }
        }
        return true;
    }

    /** Waits, but no longer than until the job is stopped or an administrator wants it down. */
    private boolean stopped(Duration limit) throws InterruptedException {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end)) {
            if (stop.givenWithin(WATCH_PACE)) {
                return true;
            }
            try {
                if (!applications.status().wanted()) {
                    return false;
                }
            } catch (SQLException e) {
                outage.goesOn(e);
            }
        }
        return false;
    }

    private void watchSuccessor() throws InterruptedException {
        while (!stop.givenWithin(WATCH_PACE)) {
            try {
                if (applications.status().silence().compareTo(SUCCESSOR_SILENCE) > 0) {
                    return;
                }
            } catch (SQLException e) {
                outage.goesOn(e);
            }
        }
    }

    private void progress(long epoch) {
        step.setPersistentUserData(
                "epoch "
                        + epoch
                        + ", launches "
                        + launches
                        + (lastFailure == null ? "" : ", last failure: " + lastFailure));
    }
}
