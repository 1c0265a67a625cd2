package io.soam.replicas.control;

import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
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
}
