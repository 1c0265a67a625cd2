package io.soam.ingestion.mqtt;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the MQTT connector: SOAM001200 to SOAM001209. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1200, max = 1209)
interface MqttLog {

    MqttLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), MqttLog.class, "io.soam.ingestion.mqtt");

    @LogMessage(level = WARN)
    @Message(id = 1200, value = "The connection to %s did not end in good order")
    void notDisconnected(@Cause Throwable cause, String broker);

    @LogMessage(level = WARN)
    @Message(id = 1201, value = "A message of topic %s was not taken and stays with its broker")
    void notTaken(@Cause Throwable cause, String topic);

    @LogMessage(level = DEBUG)
    @Message(id = 1202, value = "A connection to %s was not made: %s")
    void notConnected(String broker, String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1203,
            value =
                    "%s has been silent for a minute though it used to be busy; it is connected again")
    void stalled(String broker);

    @LogMessage(level = WARN)
    @Message(
            id = 1204,
            value =
                    "The subscriptions %s were not taken back; that is tried with the next connection")
    void notUnsubscribed(@Cause Throwable cause, String filters);

    @LogMessage(level = ERROR)
    @Message(
            id = 1205,
            value = "A message of topic %s was refused: it has %d bytes, and %d is the most")
    void tooLarge(String topic, int bytes, int most);

    @LogMessage(level = DEBUG)
    @Message(id = 1206, value = "A connection was to be ended that had ended already: %s")
    void alreadyDisconnected(String reason);

    @LogMessage(level = INFO)
    @Message(id = 1207, value = "%d messages that waited for %s were brought before its end")
    void drained(long messages, String session);
}
