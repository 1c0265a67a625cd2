package io.soam.batch.enrichment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Sees to it that the enrichment job runs on exactly one server, from the start of the servers on,
 * unless an administrator has stopped it. Public only because the server makes no bean of it
 * otherwise.
 */
@Singleton
@Startup
@DependsOn("soam-ejb.jar#SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class EnrichmentSupervisor {

    private static final Duration SETTLING = Duration.ofSeconds(5);

    @Inject EnrichmentConfig config;

    @Inject EnrichmentApplications applications;

    @Inject Leadership leadership;

    @Inject JobExecutions executions;

    @Inject RunningJob running;

    private final Outage outage = new Outage();
    private boolean leads;

    @PostConstruct
    void announce() {
        if (!config.launches()) {
            BatchLog.LOG.notConfigured();
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void look() {
        if (!config.launches()) {
            return;
        }
        try {
            boolean leader = leadership.held();
            outage.isOver();
            if (leader && !leads) {
                BatchLog.LOG.leads();
            }
            leads = leader;
            if (leads && !executions.running() && applications.status().wanted()) {
                executions.begin();
            }
        } catch (SQLException e) {
            leads = false;
            outage.goesOn(e);
        }
    }

    /**
     * The server goes on stopping after this; the application is to have ended its micro-batch
     * before. It has, as a rule, because the server waits for the job while it is suspended. Where
     * that is too short, the job repository is gone by now, and the next server takes the run for
     * left over.
     */
    @PreDestroy
    void stop() {
        try {
            if (!running.stop(config.stopLimit().plus(SETTLING))) {
                BatchLog.LOG.jobOutlives();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
