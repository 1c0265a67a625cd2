package io.soam.ingestion.control;

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

/** Messages of ingestion: SOAM001100 to SOAM001199. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1100, max = 1199)
interface IngestionLog {

    IngestionLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), IngestionLog.class, "io.soam.ingestion");

    @LogMessage(level = INFO)
    @Message(id = 1100, value = "Data source '%s' (%s) is %s")
    void sourceChanged(String name, String ingestionId, String status);

    @LogMessage(level = WARN)
    @Message(id = 1101, value = "Data source '%s' (%s) is %s: %s")
    void sourceTroubled(String name, String ingestionId, String status, String reason);

    @LogMessage(level = ERROR)
    @Message(id = 1102, value = "Data source '%s' cannot be started: %s")
    void sourceNotStarted(String name, String reason);

    @LogMessage(level = WARN)
    @Message(id = 1103, value = "The spool directory could not be released")
    void spoolNotReleased(@Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 1105, value = "Data source %s could not be stopped in good order")
    void sourceNotStopped(@Cause Throwable cause, String ingestionId);

    @LogMessage(level = ERROR)
    @Message(id = 1106, value = "Data source '%s' cannot be started; it is tried again")
    void sourceStartFailed(@Cause Throwable cause, String name);

    @LogMessage(level = WARN)
    @Message(
            id = 1107,
            value =
                    "Data source '%s' (%s) has failed, %d times in a row: %s. It is started anew in %d ms")
    void sourceFailed(String name, String ingestionId, int attempts, String reason, long pause);

    @LogMessage(level = ERROR)
    @Message(
            id = 1108,
            value = "A step of a data source has failed; it is taken again with the next")
    void stepFailed(@Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(
            id = 1109,
            value =
                    "The registry cannot be read: %s. What runs goes on; changes follow when it can")
    void registryNotRead(String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1110,
            value = "%d data sources were not stopped in time; their last messages come again")
    void sourcesNotStopped(long count);

    @LogMessage(level = INFO)
    @Message(id = 1120, value = "Data source '%s' (%s) was %s by %s")
    void sourceTouched(String name, String ingestionId, String what, String caller);

    @LogMessage(level = WARN)
    @Message(
            id = 1130,
            value = "Data source '%s' is stopped here: its lease could not be renewed in time")
    void leaseRunOut(String name);

    @LogMessage(level = WARN)
    @Message(
            id = 1121,
            value =
                    "Whether several servers may run data source '%s' cannot be told, so one does: %s")
    void exclusiveNotKnown(String name, String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1122,
            value =
                    "What the data sources do cannot be written to the database: %s. It is written later")
    void statesNotWritten(String reason);

    @LogMessage(level = INFO)
    @Message(id = 1133, value = "Previews keep %d messages of each stream from now on, as %s wants")
    void previewsResized(int maxRows, String caller);

    @LogMessage(level = WARN)
    @Message(
            id = 1134,
            value = "How many messages previews keep cannot be read: %s. It stays as it is")
    void previewSizeNotRead(String reason);

    @LogMessage(level = INFO)
    @Message(id = 1140, value = "The session %s of data source %s was ended with its broker")
    void sessionEnded(String session, String ingestionId);

    @LogMessage(level = WARN)
    @Message(
            id = 1141,
            value =
                    "The session %s of data source %s cannot be ended, %d times in a row: %s It is tried again")
    void sessionNotEnded(String session, String ingestionId, int attempts, String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1142,
            value =
                    "The session %s of data source %s was never ended; by now it has expired there by itself")
    void sessionGivenUp(String session, String ingestionId);

    @LogMessage(level = WARN)
    @Message(
            id = 1143,
            value = "The sessions of data sources cannot be read: %s. That is tried again")
    void sessionsNotRead(String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1144,
            value = "That the session %s of data source %s is in use cannot be noted again: %s")
    void sessionNotNoted(String session, String ingestionId, String reason);
}
