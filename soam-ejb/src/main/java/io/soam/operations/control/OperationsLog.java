package io.soam.operations.control;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of operations: SOAM004000 to SOAM004099. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 4000, max = 4099)
interface OperationsLog {

    OperationsLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), OperationsLog.class, "io.soam.operations");

    @LogMessage(level = DEBUG)
    @Message(id = 4000, value = "Part %s is down")
    void partDown(@Cause Throwable cause, String part);

    @LogMessage(level = WARN)
    @Message(id = 4001, value = "%s")
    void partLost(String message);

    @LogMessage(level = INFO)
    @Message(id = 4002, value = "%s is up again")
    void partBack(String part);

    @LogMessage(level = WARN)
    @Message(id = 4003, value = "The state of the city could not be taken; tried again each second")
    void notTaken(@Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 4004, value = "A listener of live changes failed")
    void listenerFailed(@Cause Throwable cause);
}
