package io.soam.ingestion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;

/** A data source on one server: who it is, what is configured, and where its messages go. */
public interface SourceScope {

    /** The data source's id; streams append to it. */
    IngestionId ingestionId();

    /** Its configuration, valid against the type's schema. */
    JsonNode config();

    /** Name of the server, the same after a restart. */
    String podName();

    /** Where messages go. */
    MessageSink sink();
}
