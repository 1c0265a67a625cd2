package io.soam.lake.control;

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

/** Messages of the lake: SOAM002000 to SOAM002999. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 2000, max = 2999)
interface LakeLog {

    LakeLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), LakeLog.class, "io.soam.lake");

    @LogMessage(level = INFO)
    @Message(id = 2000, value = "Made the bucket %s")
    void bucketMade(String bucket);

    @LogMessage(level = WARN)
    @Message(
            id = 2001,
            value =
                    "Nothing can be moved to bronze: %s. Messages are kept in the spool and moved as soon as"
                            + " it is possible again")
    void uploadsFail(String reason);

    @LogMessage(level = INFO)
    @Message(id = 2002, value = "Messages are moved to bronze again")
    void uploadsRecovered();

    @LogMessage(level = ERROR)
    @Message(
            id = 2003,
            value =
                    "Moving segment %s to bronze failed unexpectedly; it is tried again, reported once")
    void uploadBroken(@Cause Throwable cause, String segment);

    @LogMessage(level = WARN)
    @Message(
            id = 2004,
            value =
                    "The server stops with %d segments in the spool; they are moved at its next start")
    void leftInSpool(int segments);

    @LogMessage(level = DEBUG)
    @Message(id = 2005, value = "A session of Spark ends by its own time limit: %s")
    void sessionNotEnded(String reason);

    @LogMessage(level = ERROR)
    @Message(
            id = 2006,
            value =
                    "Segment %s cannot be converted, tried %d times. Its messages are not in bronze; the file is"
                            + " kept as %s")
    void setAside(@Cause Throwable cause, String segment, int attempts, String file);

    @LogMessage(level = DEBUG)
    @Message(
            id = 2010,
            value = "Another writer was faster, a change of the lake is tried again (%d): %s")
    void changeRepeated(int attempt, String reason);
}
