package io.soam.web;

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

/** Messages of portal and REST API: SOAM007000 to SOAM007999. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 7000, max = 7999)
public interface WebLog {

    WebLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), WebLog.class, "io.soam.web");

    @LogMessage(level = ERROR)
    @Message(id = 7000, value = "A request failed unexpectedly: %s")
    void requestFailed(@Cause Throwable cause, String what);

    @LogMessage(level = WARN)
    @Message(id = 7001, value = "A page could not be told that there is something new: %s")
    void pushFailed(String reason);

    @LogMessage(level = WARN)
    @Message(id = 7002, value = "A page shows that it has no data")
    void pageWithoutData(@Cause Throwable cause);

    @LogMessage(level = INFO)
    @Message(id = 7003, value = "%s signed out")
    void signedOut(String user);
}
