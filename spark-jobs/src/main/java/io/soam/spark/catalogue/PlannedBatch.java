package io.soam.spark.catalogue;

import java.util.List;

/**
 * A micro-batch: objects and configuration are fixed when it is planned, so that a repetition does
 * the same.
 *
 * @param id counts up from 1; also the transaction version of every Delta commit of the batch
 * @param configurationVersion version of the configuration, which each silver row names
 * @param configuration {@code PipelineConfiguration} as JSON
 * @param objects what to refine
 * @param takenUp whether the batch was found open, so that parts of it may be committed already
 * @param moreWaiting whether further objects were waiting when it was planned
 */
public record PlannedBatch(
        long id,
        long configurationVersion,
        String configuration,
        List<PlannedObject> objects,
        boolean takenUp,
        boolean moreWaiting) {

    public PlannedBatch {
        objects = List.copyOf(objects);
    }

    /** Number of messages in the batch. */
    public long rows() {
        return objects.stream().mapToLong(PlannedObject::rows).sum();
    }
}
