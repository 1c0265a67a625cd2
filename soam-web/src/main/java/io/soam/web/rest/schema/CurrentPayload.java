package io.soam.web.rest.schema;

import io.soam.schema.boundary.CurrentView;
import java.util.List;

/**
 * What has arrived and is not in the totals yet.
 *
 * @param datasets what is in bronze already, of all servers
 * @param more whether there are further ones
 * @param spooledSegments files of this server's spool that are not in bronze yet
 * @param spooledBytes what they take on disk
 */
public record CurrentPayload(
        List<DatasetPayload> datasets,
        int total,
        boolean more,
        int spooledSegments,
        long spooledBytes) {

    static CurrentPayload of(CurrentView current) {
        return new CurrentPayload(
                current.datasets().stream()
                        .map(pending -> DatasetPayload.of(pending.dataset(), pending.fields(), 0))
                        .toList(),
                current.datasets().size(),
                current.more(),
                current.spooledSegments(),
                current.spooledBytes());
    }
}
