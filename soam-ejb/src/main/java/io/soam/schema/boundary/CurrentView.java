package io.soam.schema.boundary;

import java.util.List;

/**
 * What has arrived and is not in the totals yet.
 *
 * @param datasets what is in bronze already and will be in the totals within seconds, of all
 *     servers
 * @param more whether there are further ones, beyond the newest few thousand messages' worth
 * @param spooledSegments files of this server's spool that are not in bronze yet
 * @param spooledBytes what they take on disk
 */
public record CurrentView(
        List<Pending> datasets, boolean more, int spooledSegments, long spooledBytes) {

    public CurrentView {
        datasets = List.copyOf(datasets);
    }

    /**
     * What of one stream is not in its totals yet.
     *
     * @param dataset the same figures as of a dataset, but only of these messages
     * @param fields their fields
     */
    public record Pending(DatasetView dataset, List<FieldView> fields) {

        public Pending {
            fields = List.copyOf(fields);
        }
    }
}
