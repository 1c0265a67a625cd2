package io.soam.ingestion.spool;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.FATAL;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the spool: SOAM001000 to SOAM001099. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1000, max = 1099)
interface SpoolLog {

    SpoolLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), SpoolLog.class, "io.soam.ingestion");

    @LogMessage(level = ERROR)
    @Message(
            id = 1000,
            value =
                    "The disk of the spool refuses to store messages. Nothing is acknowledged until it does;"
                            + " check its free space and its health")
    void diskRefuses(@Cause Throwable cause);

    @LogMessage(level = INFO)
    @Message(id = 1001, value = "The spool takes messages in again")
    void recovered();

    @LogMessage(level = WARN)
    @Message(
            id = 1002,
            value = "Message %s is stored, but its sender could not be told and may send it again")
    void notAcknowledged(@Cause Throwable cause, String messageId);

    @LogMessage(level = WARN)
    @Message(
            id = 1003,
            value = "Segment %s could not be cut back after a failed write; a torn end is skipped")
    void notCut(@Cause Throwable cause, String segment);

    @LogMessage(level = WARN)
    @Message(
            id = 1004,
            value = "Segment %s could not be closed; its content is on disk all the same")
    void notClosed(@Cause Throwable cause, String segment);

    @LogMessage(level = WARN)
    @Message(
            id = 1005,
            value =
                    "The server stops while the disk refuses to store messages; %d of them stay"
                            + " unacknowledged with their senders")
    void leftToTheirSenders(int messages);

    @LogMessage(level = INFO)
    @Message(
            id = 1006,
            value =
                    "Segment %s ends with %d bytes that no reader understands: a write that a crash broke off"
                            + " before it was acknowledged")
    void tornEnd(String segment, int bytes);

    @LogMessage(level = FATAL)
    @Message(id = 1007, value = "The spool has ended; only a restart of this server helps")
    void ended(@Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(
            id = 1008,
            value =
                    "Segment %s is damaged at offset %d: the %d bytes from there on may hold acknowledged messages"
                            + " and were not moved to bronze. The file is kept; check the disk")
    void damaged(String file, int offset, int bytes);
}
