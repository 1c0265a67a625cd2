package io.soam.ingestion.push;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the push connector: SOAM001230 to SOAM001239. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1230, max = 1239)
interface PushLog {

    PushLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), PushLog.class, "io.soam.ingestion.push");

    @LogMessage(level = ERROR)
    @Message(id = 1230, value = "Messages that were sent could not be stored")
    void notStored(@Cause Throwable cause);
}
