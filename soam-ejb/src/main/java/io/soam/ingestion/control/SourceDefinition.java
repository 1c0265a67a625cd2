package io.soam.ingestion.control;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.RegisteredSource;

/**
 * A data source as a connector runs it.
 *
 * @param config its configuration, secrets sealed
 * @param revision see {@link RegisteredSource#getRevision()}
 */
record SourceDefinition(
        long id,
        String name,
        String typeName,
        IngestionId ingestionId,
        String config,
        long revision) {

    static SourceDefinition of(RegisteredSource source) {
        return new SourceDefinition(
                source.getId(),
                source.getName(),
                source.getTypeName(),
                new IngestionId(source.getIngestionId()),
                source.getConfig(),
                source.getRevision());
    }

    /** Whether a connector of the other may go on for this one. */
    boolean same(SourceDefinition other) {
        return id == other.id && revision == other.revision;
    }
}
