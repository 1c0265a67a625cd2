package io.soam.batch.enrichment;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the batch jobs: SOAM005000 to SOAM005999. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 5000, max = 5999)
interface BatchLog {

    BatchLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), BatchLog.class, "io.soam.batch");

    @LogMessage(level = INFO)
    @Message(
            id = 5000,
            value =
                    "This server launches no Spark application, because SOAM_SPARK_HOME is not set: messages are"
                            + " stored, and refined when another server runs the enrichment")
    void notConfigured();

    @LogMessage(level = INFO)
    @Message(id = 5001, value = "This server supervises the enrichment from now on")
    void leads();

    @LogMessage(level = INFO)
    @Message(id = 5002, value = "The enrichment job runs as execution %d")
    void started(long execution);

    @LogMessage(level = INFO)
    @Message(
            id = 5003,
            value =
                    "Execution %d of the enrichment job was left over by a server that died; execution %d continues"
                            + " it")
    void takenOver(long stale, long execution);

    @LogMessage(level = INFO)
    @Message(id = 5004, value = "Launched the Spark application as process %d in epoch %d")
    void launched(long pid, long epoch);

    @LogMessage(level = WARN)
    @Message(id = 5005, value = "%s. It is launched again in %d ms")
    void launchesAgain(String reason, long millis);

    @LogMessage(level = INFO)
    @Message(id = 5006, value = "The Spark application of epoch %d has stopped")
    void stopped(long epoch);

    @LogMessage(level = WARN)
    @Message(
            id = 5007,
            value =
                    "The Spark application did not stop within %d s and was killed; its micro-batch is repeated")
    void killed(long seconds);

    @LogMessage(level = WARN)
    @Message(
            id = 5008,
            value =
                    "Epoch %d is over: another server has launched the enrichment. This one watches")
    void fenced(long epoch);

    @LogMessage(level = WARN)
    @Message(id = 5009, value = "The state of the enrichment cannot be read or written: %s")
    void databaseFails(String reason);

    @LogMessage(level = WARN)
    @Message(id = 5010, value = "The enrichment job could not be started; it is tried again")
    void notStarted(@Cause Throwable cause);

    @LogMessage(level = INFO)
    @Message(
            id = 5011,
            value = "The Spark application was ending already when it was to be stopped (%s)")
    void alreadyEnding(String reason);

    @LogMessage(level = INFO)
    @Message(id = 5012, value = "The enrichment job has never run here")
    void firstRun();

    @LogMessage(level = WARN)
    @Message(
            id = 5013,
            value =
                    "The enrichment job has not ended in time; its next server takes it for left over")
    void jobOutlives();

    @LogMessage(level = INFO)
    @Message(id = 5014, value = "The state of the enrichment can be read and written again")
    void databaseAnswers();
}
