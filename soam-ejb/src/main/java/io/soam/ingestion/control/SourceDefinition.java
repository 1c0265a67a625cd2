package io.soam.ingestion.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.platform.control.Json;

/**
 * A data source as a connector runs it.
 *
 * @param revision see {@link RegisteredSource#getRevision()}
 */
record SourceDefinition(
        long id,
        String name,
        String typeName,
        IngestionId ingestionId,
        JsonNode config,
        long revision) {

    static SourceDefinition of(RegisteredSource source) {
        return new SourceDefinition(
                source.getId(),
                source.getName(),
                source.getTypeName(),
                new IngestionId(source.getIngestionId()),
                Json.read(source.getConfig(), JsonNode.class),
                source.getRevision());
    }

    /** Whether a connector of the other may go on for this one. */
    boolean same(SourceDefinition other) {
        return id == other.id && revision == other.revision;
    }
}
