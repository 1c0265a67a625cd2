package io.soam.schema.control;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the schema metadata: SOAM001400 to SOAM001499. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1400, max = 1499)
interface SchemaLog {

    SchemaLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), SchemaLog.class, "io.soam.schema");

    @LogMessage(level = ERROR)
    @Message(
            id = 1400,
            value =
                    "The messages of %s could not be described; they are stored all the same, but missing from"
                            + " the totals of the metadata. This is a fault of SOAM: report it")
    void notObserved(@Cause Throwable cause, String segment);

    @LogMessage(level = WARN)
    @Message(
            id = 1401,
            value =
                    "The metadata of datasets cannot be brought up to date; nothing is lost. Tried again every"
                            + " few seconds, reported once")
    void notMerged(@Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(
            id = 1402,
            value =
                    "Row %d of schema_observations cannot be merged and is set aside there: %s. This is a fault"
                            + " of SOAM: report it")
    void setAside(long id, String defect);

    @LogMessage(level = WARN)
    @Message(
            id = 1403,
            value = "Old figures of data quality cannot be deleted. Tried again, reported once")
    void notCleaned(@Cause Throwable cause);
}
