package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.connector.SourceScope;

/** A data source of which no connector runs here. */
record ScopedSource(IngestionId ingestionId, JsonNode config, String podName, MessageSink sink)
        implements SourceScope {}
