package io.soam.ingestion.control;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.replicas.control.Lease;

/**
 * A data source as a connector runs it.
 *
 * @param config its configuration, secrets sealed
 * @param revision see {@link RegisteredSource#getRevision()}
 * @param lease what allows this server to run it; null if every server may
 */
record SourceDefinition(
        long id,
        String name,
        String typeName,
        IngestionId ingestionId,
        String config,
        long revision,
        Lease lease) {

    static SourceDefinition of(RegisteredSource source) {
        return new SourceDefinition(
                source.getId(),
                source.getName(),
                source.getTypeName(),
                new IngestionId(source.getIngestionId()),
                source.getConfig(),
                source.getRevision(),
                null);
    }

    SourceDefinition with(Lease right) {
        return new SourceDefinition(id, name, typeName, ingestionId, config, revision, right);
    }

    /** Whether this server may run it now. */
    boolean mayRun() {
        return lease == null || lease.isValid();
    }

    /** Whether a connector of the other may go on for this one. */
    @SuppressWarnings("ReferenceEquality") // another lease is another right, whatever it is about
    boolean same(SourceDefinition other) {
        return id == other.id && revision == other.revision && lease == other.lease;
    }
}
