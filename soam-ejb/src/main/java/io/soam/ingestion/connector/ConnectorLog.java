package io.soam.ingestion.connector;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of what connectors share: SOAM001240 to SOAM001249. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1240, max = 1249)
interface ConnectorLog {

    ConnectorLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), ConnectorLog.class, "io.soam.ingestion.connector");

    @LogMessage(level = ERROR)
    @Message(id = 1240, value = "A poll of data source %s failed unexpectedly")
    void pollFailed(@Cause Throwable cause, String ingestionId);
}
