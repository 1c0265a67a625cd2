package io.soam.batch.enrichment;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Stays with one launched application until it has ended, of itself or by us. */
final class Supervision {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final SparkApplication application;
    private final long epoch;
    private final EnrichmentApplications applications;
    private final EnrichmentConfig config;
    private final StopSignal stop;
    private final Outage outage = new Outage();

    Supervision(
            SparkApplication application,
            long epoch,
            EnrichmentApplications applications,
            EnrichmentConfig config,
            StopSignal stop) {
        this.application = application;
        this.epoch = epoch;
        this.applications = applications;
        this.config = config;
        this.stop = stop;
    }

    Ending awaitEnd() throws InterruptedException {
        while (!application.awaitEnd(PACE)) {
            Optional<Ending> ending = stop.given() ? stopped(Ending.Kind.STOPPED) : look();
            if (ending.isPresent()) {
                return ending.get();
            }
        }
        return ended();
    }

    private Ending ended() {
        if (application.fenced()) {
            return Ending.of(Ending.Kind.FENCED);
        }
        // Whoever signals the process itself wants it to end, and the supervisor that it runs.
        return application.succeeded()
                ? Ending.failed("The Spark application ended although nobody had asked it to")
                : Ending.failed(application.reason());
    }

    /** A database that does not answer is no reason to end an application that may well work. */
    private Optional<Ending> look() throws InterruptedException {
        try {
            ApplicationStatus status = applications.status();
            outage.isOver();
            return judge(status);
        } catch (SQLException e) {
            outage.goesOn(e);
            return Optional.empty();
        }
    }

    private Optional<Ending> judge(ApplicationStatus status) throws InterruptedException {
        if (status.epoch() != epoch) {
            return Optional.of(Ending.of(Ending.Kind.FENCED));
        }
        if (!status.wanted()) {
            return stopped(Ending.Kind.UNWANTED);
        }
        boolean reported = status.heartbeatAt() != null;
        Duration limit = reported ? config.heartbeatLimit() : config.startLimit();
        return status.silence().compareTo(limit) > 0
                ? Optional.of(
                        Ending.failed(
                                "The Spark application has not reported for "
                                        + limit.toSeconds()
                                        + " s"))
                : Optional.empty();
    }

    private Optional<Ending> stopped(Ending.Kind kind) throws InterruptedException {
        if (!application.stop(config.stopLimit())) {
            BatchLog.LOG.killed(config.stopLimit().toSeconds());
        }
        return Optional.of(Ending.of(kind));
    }
}
