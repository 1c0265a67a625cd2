package io.soam.quarantine.control;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of quarantine: SOAM001500 to SOAM001599. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1500, max = 1599)
interface QuarantineLog {

    QuarantineLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), QuarantineLog.class, "io.soam.quarantine");

    @LogMessage(level = INFO)
    @Message(id = 1500, value = "%s has set %d quarantined messages to %s")
    void decided(String who, long messages, String state);

    @LogMessage(level = WARN)
    @Message(id = 1501, value = "The lake cannot be asked about quarantine: %s")
    void refused(String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 1502,
            value =
                    "%d replayed messages are taken over, but not marked as replayed: %s. Replaying"
                            + " them once more does no harm")
    void notMarked(int messages, String reason);
}
