package io.soam.web.sources;

import java.time.Instant;
import java.util.List;

/**
 * What the page of a data source shows, in words.
 *
 * @param row as in the list
 * @param message how it is doing, one sentence
 * @param advice what to do about it; null if nothing is to be done
 * @param lastConnection when it was last connected; null if never
 * @param attempts failures in a row
 * @param nextAttemptAt when it is tried anew; null if nothing failed
 * @param replicas the servers it runs on
 * @param details what else its connector tells
 * @param streams ingestion ids of what it carries and can be looked at
 */
public record SourceDetail(
        SourceRow row,
        String message,
        String advice,
        Instant lastConnection,
        int attempts,
        Instant nextAttemptAt,
        List<ReplicaRow> replicas,
        List<DetailItem> details,
        List<SourceStream> streams) {

    public SourceDetail {
        replicas = List.copyOf(replicas);
        details = List.copyOf(details);
        streams = List.copyOf(streams);
    }
}
