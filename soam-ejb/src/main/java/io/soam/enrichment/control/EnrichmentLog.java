package io.soam.enrichment.control;

import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the view on enrichment: SOAM003000 to SOAM003099. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 3000, max = 3099)
interface EnrichmentLog {

    EnrichmentLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), EnrichmentLog.class, "io.soam.enrichment");

    @LogMessage(level = WARN)
    @Message(
            id = 3000,
            value =
                    "The state of the pipeline cannot be read; what was last seen is shown. Tried again each"
                            + " second, reported once")
    void notSeen(@Cause Throwable cause);
}
