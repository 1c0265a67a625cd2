package io.soam.ingestion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.SourceStatus;

/** What a connector may use of the server. */
public interface SourceContext {

    /** The data source's id; streams append to it. */
    IngestionId ingestionId();

    /** Its configuration, valid against the type's schema. */
    JsonNode config();

    /** Name of this replica, the same after a restart. */
    String podName();

    /** Where messages go. */
    MessageSink sink();

    /**
     * Tells that the connection has changed.
     *
     * @param error why the status is what it is, for the operator; null if there is nothing to say
     */
    void changed(SourceStatus status, String error);

    /**
     * Tells that the connector has ended and cannot go on by itself. It is stopped, and another is
     * started after a pause, again and again.
     *
     * @param reason why, for the operator
     */
    void failed(String reason);
}
