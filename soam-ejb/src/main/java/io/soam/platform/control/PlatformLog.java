package io.soam.platform.control;

import static org.jboss.logging.Logger.Level.INFO;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the server as a whole: SOAM000001 to SOAM000999. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1, max = 999)
interface PlatformLog {

    PlatformLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), PlatformLog.class, "io.soam.platform");

    @LogMessage(level = INFO)
    @Message(id = 1, value = "The database schema is at version %s; %d migrations were applied now")
    void schemaReady(String version, int applied);
}
