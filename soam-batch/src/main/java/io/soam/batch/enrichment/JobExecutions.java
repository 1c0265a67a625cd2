package io.soam.batch.enrichment;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The runs of the job in the repository, which all servers share. */
@ApplicationScoped
class JobExecutions {

    /** What the run of this server is; 0 before the first. */
    private long own;

    /** Whether this server runs the job. */
    boolean running() {
        return own != 0 && operator().getJobExecution(own).getEndTime() == null;
    }

    /**
     * Starts the job, or continues a run that a dead server has left: the repository then marks
     * that as failed. Only the one server that may run the job calls this, so any run that the
     * repository takes for alive is such a rest.
     */
    void begin() {
        try {
            Properties parameters = new Properties();
            Optional<JobExecution> rest =
                    last().filter(execution -> execution.getEndTime() == null);
            if (rest.isPresent()) {
                long stale = rest.get().getExecutionId();
                own = operator().restart(stale, parameters);
                BatchLog.LOG.takenOver(stale, own);
            } else {
                own = operator().start(EnrichmentJob.NAME, parameters);
                BatchLog.LOG.started(own);
            }
        } catch (BatchRuntimeException e) {
            BatchLog.LOG.notStarted(e);
        }
    }

    private static Optional<JobExecution> last() {
        try {
            List<JobInstance> newest = operator().getJobInstances(EnrichmentJob.NAME, 0, 1);
            return newest.stream()
                    .flatMap(instance -> operator().getJobExecutions(instance).stream())
                    .max(Comparator.comparingLong(JobExecution::getExecutionId));
        } catch (NoSuchJobException e) {
            BatchLog.LOG.firstRun();
            return Optional.empty();
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
