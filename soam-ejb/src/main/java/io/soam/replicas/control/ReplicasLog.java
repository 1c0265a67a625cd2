package io.soam.replicas.control;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the replicas: SOAM001350 to SOAM001399. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1350, max = 1399)
interface ReplicasLog {

    ReplicasLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), ReplicasLog.class, "io.soam.replicas");

    @LogMessage(level = WARN)
    @Message(
            id = 1350,
            value =
                    "The other servers are not told at once of '%s': %s. They find out by themselves"
                            + " in seconds")
    void signalNotSent(String topic, String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1351,
            value =
                    "Signals of the other servers are not heard: %s. Until the database is back this"
                            + " server looks by itself every few seconds")
    void signalsNotHeard(String reason);

    @LogMessage(level = ERROR)
    @Message(
            id = 1352,
            value =
                    "Another server lives under the name '%s', so this one runs no data source. Give each"
                            + " server a SOAM_POD_NAME of its own; if the other one has just died, this one"
                            + " takes its place within seconds")
    void nameTaken(String podName);

    @LogMessage(level = INFO)
    @Message(id = 1353, value = "This server is '%s' (%s) among the others")
    void joined(String podName, UUID instance);

    @LogMessage(level = WARN)
    @Message(
            id = 1354,
            value =
                    "The other servers cannot be told that this one goes: %s. They find out in 15 seconds")
    void notLeft(String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1355,
            value = "The lease '%s' was not renewed in time; another server may have it now")
    void leaseLost(String name);

    @LogMessage(level = WARN)
    @Message(id = 1356, value = "The other servers could not be asked about '%s': %s")
    void notAsked(String topic, String reason);

    @LogMessage(level = WARN)
    @Message(id = 1357, value = "Question %s of another server could not be answered")
    void notAnswered(@Cause Throwable cause, UUID question);
}
