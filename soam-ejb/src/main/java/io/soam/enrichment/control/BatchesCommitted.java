package io.soam.enrichment.control;

import java.util.List;

/**
 * Silver and gold have more than they had. Fired in every server, outside any transaction.
 *
 * @param batches the micro-batches that are new to this server, oldest first; never empty
 */
public record BatchesCommitted(List<CommittedBatch> batches) {

    public BatchesCommitted {
        batches = List.copyOf(batches);
    }
}
