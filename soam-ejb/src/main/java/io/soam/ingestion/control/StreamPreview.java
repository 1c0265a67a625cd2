package io.soam.ingestion.control;

import io.soam.ingestion.spool.SpoolRecord;
import java.util.List;

/**
 * The newest messages of one stream.
 *
 * @param ingestionId the stream
 * @param kept how many are kept at hand, also those that are not shown
 * @param records the newest, newest last
 */
public record StreamPreview(String ingestionId, int kept, List<SpoolRecord> records) {

    public StreamPreview {
        records = List.copyOf(records);
    }
}
