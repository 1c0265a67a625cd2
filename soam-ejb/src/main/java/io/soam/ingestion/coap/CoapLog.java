package io.soam.ingestion.coap;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** Messages of the CoAP connector: SOAM001250 to SOAM001299. */
@MessageLogger(projectCode = "SOAM", length = 6)
@ValidIdRange(min = 1250, max = 1299)
interface CoapLog {

    CoapLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), CoapLog.class, "io.soam.ingestion.coap");

    @LogMessage(level = DEBUG)
    @Message(id = 1250, value = "A payload said to be CBOR is stored as it came: %s")
    void notCbor(String reason);

    @LogMessage(level = WARN)
    @Message(id = 1251, value = "%s: %s It is tried again in %d ms")
    void notObserved(String uri, String reason, long pause);

    @LogMessage(level = WARN)
    @Message(id = 1252, value = "A message of %s was not taken; its resource is asked again")
    void notTaken(@Cause Throwable cause, String uri);

    @LogMessage(level = DEBUG)
    @Message(id = 1253, value = "%s has been silent for longer than it promised; it is asked again")
    void silent(String uri);
}
